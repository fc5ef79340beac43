package org.vinculo.crm.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.SecurityEvent;
import org.vinculo.crm.notification.entity.OutboxMessage;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;

class OutboxServiceTest extends DatabaseTest {

    private final List<SecurityEvent> told = new ArrayList<>();
    private OutboxService service;

    @BeforeEach
    void wire() {
        service = wire(new OutboxService(), Settings.of(Map.of()), listener());
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

    private OutboxMessage message(boolean secret) {
        OutboxMessage message = new OutboxMessage("ana@example.org", "Hello", "Text", "en", null, null, secret, NOW);
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
