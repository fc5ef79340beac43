package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.party.internal.AddressProofDesk;
import org.vinculo.crm.party.portal.AddressConfirmation;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;

/** A link in a mail proves an address that came from a file or was typed in. */
class AddressProofTest extends PartyTest {

    private static final Pattern LINK = Pattern.compile("/portal/confirm-address\\?token=([\\w-]{43})");

    private final List<Object> confirmed = new ArrayList<>();
    private final Event<?> listener = (Event<?>) Proxy.newProxyInstance(
            Event.class.getClassLoader(), new Class<?>[] {Event.class}, (event, method, arguments) -> {
                confirmed.add(arguments[0]);
                return null;
            });

    private AddressProofs proofs;
    private AddressConfirmation confirmation;
    private String email;
    private String customer;

    @BeforeEach
    void room() {
        at(clock);
        email = "ana" + System.nanoTime() + "@example.org";
        CustomerForm form = person("Ana", "Lima");
        form.setLanguage("pt-BR");
        form.getContacts().add(contact(ContactPointType.EMAIL, email));
        form.getContacts().add(contact(ContactPointType.PHONE, "+5511987654321"));
        customer = service.create(form).ref().publicId();
        flushAndClear();
    }

    private void at(Clock now) {
        Settings settings = Settings.of(Map.of());
        AddressProofDesk desk = wire(
                new AddressProofDesk(), wire(new Outbox(), settings), wire(new AuditLog(), callers), notice, settings);
        set(desk, "clock", now);
        set(desk, "confirmed", listener);
        proofs = wire(new AddressProofs(), access, desk);
        confirmation = wire(new AddressConfirmation(), desk);
    }

    private static void set(AddressProofDesk desk, String name, Object value) {
        try {
            Field field = AddressProofDesk.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(desk, value);
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    private void later(Duration time) {
        at(Clock.offset(clock, time));
    }

    @Test
    void linkProvesItsOwnAddressOnce() {
        String secret = ask();
        assertThat(proofs.waiting(customer))
                .containsOnlyKeys(point(ContactPointType.EMAIL).publicId());
        callers.bind(null);

        assertThat(confirmation.look(secret)).isEqualTo(email);
        flushAndClear();
        assertThat(verifiedPoints()).as("looking proves nothing").isZero();
        confirmation.confirm(secret);
        flushAndClear();

        callAs(north, Scope.ALL);
        assertThat(point(ContactPointType.EMAIL).verifiedAt()).isEqualTo(NOW);
        assertThat(point(ContactPointType.PHONE).verifiedAt()).isNull();
        assertThat(proofs.waiting(customer)).isEmpty();
        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> confirmation.confirm(secret)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> confirmation.look("x".repeat(43))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> confirmation.look(null)).isInstanceOf(NotFound.class);
        });
        assertThat(em.createQuery(
                                "select a.action from AuditEntry a where a.entity = 'contactPoint' and a.action like 'address.%'"
                                        + " and a.entityId = :point order by a.id",
                                String.class)
                        .setParameter("point", point(ContactPointType.EMAIL).publicId())
                        .getResultList())
                .containsExactly("address.asked", "address.confirmed");
    }

    @Test
    void whoKeepsTheProofOfConsentLearnsOfIt() {
        String secret = ask();
        callers.bind(null);

        later(Duration.ofHours(3));
        confirmation.confirm(secret);

        assertThat(confirmed)
                .containsExactly(
                        new AddressConfirmed(entity(customer).getId(), email, NOW, NOW.plus(Duration.ofHours(3))));
    }

    @Test
    void linkProvesNoAddressThatStandsThereNow() {
        String secret = ask();
        CustomerForm form = service.form(customer);
        form.getContacts().stream()
                .filter(contact -> contact.getType() == ContactPointType.EMAIL)
                .forEach(contact -> contact.setValue("other@example.org"));
        service.save(form);
        flushAndClear();

        assertThatThrownBy(() -> confirmation.confirm(secret)).isInstanceOf(NotFound.class);
        assertThat(verifiedPoints()).isZero();
    }

    @Test
    void linkIsTooOldAfterSevenDays() {
        String secret = ask();

        later(Duration.ofDays(7));

        assertThatThrownBy(() -> confirmation.confirm(secret)).isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyIsPestered() {
        String first = ask();
        assertRefused("party.proof.error.lately");
        later(Duration.ofHours(25));
        String second = ask();
        assertThatThrownBy(() -> confirmation.look(first)).isInstanceOf(NotFound.class);
        assertThat(confirmation.look(second)).isEqualTo(email);
        later(Duration.ofHours(50));
        ask();
        later(Duration.ofHours(75));
        assertRefused("party.proof.error.often");
    }

    @Test
    void thereIsNothingToProveAtATelephoneOrAProvedAddress() {
        assertThatThrownBy(
                        () -> proofs.ask(customer, point(ContactPointType.PHONE).publicId()))
                .isInstanceOf(InvalidInput.class);
        confirmation.confirm(ask());
        flushAndClear();
        assertRefused("party.proof.error.nothing");
    }

    @Test
    void addressOfACustomerOutOfReachDoesNotExist() {
        String id = point(ContactPointType.EMAIL).publicId();
        callAs(south, Scope.OWN);

        assertThatThrownBy(() -> proofs.ask(customer, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> proofs.waiting(customer)).isInstanceOf(NotFound.class);
    }

    @Test
    void mailIsInTheLanguageOfTheCustomer() {
        ask();

        assertThat(mail()).contains("Confirme aqui").contains("Ana Lima");
    }

    private String ask() {
        proofs.ask(customer, point(ContactPointType.EMAIL).publicId());
        flushAndClear();
        Matcher link = LINK.matcher(mail());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String mail() {
        List<String> bodies = em.createQuery(
                        "select m.body from OutboxMessage m where m.toAddress = :to order by m.id desc", String.class)
                .setParameter("to", email)
                .getResultList();
        return bodies.get(0);
    }

    private void assertRefused(String code) {
        String id = point(ContactPointType.EMAIL).publicId();
        assertThatThrownBy(() -> proofs.ask(customer, id))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors())
                        .extracting(error -> error.code())
                        .containsExactly(code));
    }

    private ContactView point(ContactPointType type) {
        return service.get(customer).contacts().stream()
                .filter(point -> point.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private long verifiedPoints() {
        return em.createQuery(
                        "select count(p) from ContactPoint p where p.verifiedAt is not null and p.customer.publicId = :id",
                        Long.class)
                .setParameter("id", customer)
                .getSingleResult();
    }
}
