package org.vinculo.crm.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.SecurityEvent;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.entity.Role;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.notification.entity.OutboxMessage;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;

class OutboxServiceTest extends DatabaseTest {

    private final List<SecurityEvent> told = new ArrayList<>();
    private final CurrentCaller callers = new CurrentCaller();
    private OutboxService service;

    @BeforeEach
    void wire() {
        StaffDirectory directory = wire(new StaffDirectory(), callers);
        service = wire(new OutboxService(), Settings.of(Map.of()), listener(), callers, directory);
        callWith(Permission.values());
    }

    @AfterEach
    void unbind() {
        callers.bind(null);
    }

    @Test
    void readingAMailThatOpensAnAccountLeavesATrace() {
        OutboxMessage plain = message(false);
        OutboxMessage secret = message(true);

        service.get(plain.getPublicId());
        service.get(secret.getPublicId());

        assertThat(told).extracting(SecurityEvent::action).containsExactly("outbox.read");
        assertThat(told.get(0).entityId()).isEqualTo(secret.getPublicId());
    }

    /** Whoever only looks on would open everybody's account with the link. */
    @Test
    void whatOpensAnAccountIsReadByWhoAdministersUsersOnly() {
        OutboxMessage plain = message(false);
        OutboxMessage secret = message(true);
        secret.refused("550", true, NOW);
        em.flush();
        callWith(Permission.OUTBOX_VIEW, Permission.AUDIT_VIEW, Permission.CUSTOMER_VIEW);

        OutboxView view = service.get(secret.getPublicId());

        assertThat(view.body()).isNull();
        assertThat(view.hidden()).isTrue();
        assertThat(view.canBeRetried()).isTrue();
        assertThat(told).isEmpty();
        assertThat(service.get(plain.getPublicId()).body()).isEqualTo("Text");
        callWith(Permission.OUTBOX_VIEW, Permission.USER_ADMIN);
        assertThat(service.get(secret.getPublicId()).body()).isEqualTo("Text");
        secret.retry(NOW);
        secret.sent(NOW);
        em.flush();
        assertThat(service.get(secret.getPublicId()).hidden()).isFalse();
    }

    @Test
    void theListCarriesNothingThatOpensAnAccount() {
        message(true);

        assertThat(service.list(OutboxState.WAITING, PageRequest.of(0, 10)).items())
                .isNotEmpty()
                .filteredOn(OutboxView::secret)
                .allMatch(view -> view.body() == null);
    }

    @Test
    void nobodyReadsWhatOpensTheAccountOfSomebodyMightier() {
        String address = "joana" + System.nanoTime() + "@example.org";
        Role role = new Role(null, "Mighty " + address, Map.of(Permission.CUSTOMER_VIEW, Scope.ALL));
        em.persist(role);
        StaffUser joana = new StaffUser(address, "Joana", Locale.ENGLISH, ZoneOffset.UTC, NOW);
        joana.assign(null, List.of(role));
        joana.wishEmail("new." + address);
        em.persist(joana);
        OutboxMessage reset = message(address, true);
        OutboxMessage change = message("new." + address.replace("joana", "JOANA"), true);
        callWith(Permission.OUTBOX_VIEW, Permission.USER_ADMIN);

        assertThat(service.get(reset.getPublicId()).body()).isNull();
        assertThat(service.get(change.getPublicId()).body()).isNull();
        callWith(Permission.OUTBOX_VIEW, Permission.USER_ADMIN, Permission.CUSTOMER_VIEW);
        assertThat(service.get(reset.getPublicId()).body()).isEqualTo("Text");
        assertThat(service.get(change.getPublicId()).body()).isEqualTo("Text");
    }

    @Test
    void messagesAreCountedByState() {
        Map<OutboxState, Long> before = service.counts();
        message(false);
        message(false).refused("550", true, NOW);
        em.flush();

        assertThat(service.counts().get(OutboxState.WAITING))
                .isEqualTo(before.getOrDefault(OutboxState.WAITING, 0L) + 1);
        assertThat(service.counts().get(OutboxState.FAILED)).isEqualTo(before.getOrDefault(OutboxState.FAILED, 0L) + 1);
        assertThat(service.list(OutboxState.FAILED, PageRequest.of(0, 10)).items())
                .allMatch(OutboxView::canBeRetried);
    }

    @Test
    void onlyAFailedMessageIsTriedAgain() {
        OutboxMessage waiting = message(false);
        OutboxMessage failed = message(false);
        failed.refused("550", true, NOW);
        em.flush();

        service.retry(failed.getPublicId());

        assertThat(failed.getState()).isEqualTo(OutboxState.WAITING);
        assertThatThrownBy(() -> service.retry(waiting.getPublicId())).isInstanceOf(NotFound.class);
    }

    private void callWith(Permission... permissions) {
        Map<Permission, Scope> granted =
                Arrays.stream(permissions).collect(Collectors.toMap(Function.identity(), permission -> Scope.ALL));
        callers.bind(new Caller(
                Caller.Kind.STAFF,
                1L,
                "Rita",
                null,
                null,
                granted,
                null,
                null,
                null,
                "test",
                Locale.ENGLISH,
                ZoneOffset.UTC));
    }

    private OutboxMessage message(boolean secret) {
        return message("ana@example.org", secret);
    }

    private OutboxMessage message(String to, boolean secret) {
        OutboxMessage message = new OutboxMessage(to, "Hello", "Text", "en", null, null, secret, NOW);
        em.persist(message);
        em.flush();
        return message;
    }

    private Event<?> listener() {
        return (Event<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("fire")) {
                        told.add((SecurityEvent) arguments[0]);
                    }
                    return null;
                });
    }
}
