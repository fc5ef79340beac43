package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.notification.OutboxMail;
import org.vinculo.crm.party.AddressConfirmed;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.OwnerNotice;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.entity.AddressProof;
import org.vinculo.crm.party.entity.ContactPoint;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.LinkSecret;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Texts;

/**
 * Asks people by mail to confirm that an address is theirs. A link works once, for seven days, and only for the address
 * that it was sent to. An address is asked once a day, and three times in thirty days, so that nobody is pestered.
 */
@ApplicationScoped
public class AddressProofDesk {

    private static final Duration VALID = Duration.ofDays(7);
    private static final Duration PAUSE = Duration.ofHours(24);
    private static final Duration WINDOW = Duration.ofDays(30);
    private static final int MOST = 3;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Outbox outbox;

    @Inject
    AuditLog audit;

    @Inject
    OwnerNotice notice;

    @Inject
    Event<AddressConfirmed> confirmed;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** An address that can be confirmed, and the customer whose it is said to be. */
    public record Open(AddressProof proof, ContactPoint point, Customer customer) {}

    /**
     * Sends the link; earlier ones of the address stop working.
     *
     * @throws InvalidInput on {@code address} when there is nothing to prove, or it was asked often enough
     */
    public void ask(Customer customer, ContactPoint point) {
        switch (answer(point)) {
            case NOTHING -> throw InvalidInput.field("address", "party.proof.error.nothing");
            case OFTEN -> throw InvalidInput.field("address", "party.proof.error.often", MOST, WINDOW.toDays());
            case LATELY -> throw InvalidInput.field("address", "party.proof.error.lately");
            default -> send(customer, point);
        }
    }

    /** Sends the link to the address that mail goes to; null, or the code of the reason why it was not sent. */
    String askFor(Customer customer) {
        ContactPoint main = customer.getContactPoints().stream()
                .filter(point -> point.getType() == ContactPointType.EMAIL && point.isPrimary())
                .findFirst()
                .orElse(null);
        Answer answer = main == null ? Answer.NOTHING : answer(main);
        if (answer == Answer.YES) {
            send(customer, main);
            return null;
        }
        return "proof" + answer.name().toLowerCase(Locale.ROOT);
    }

    private enum Answer {
        YES,
        NOTHING,
        OFTEN,
        LATELY
    }

    private Answer answer(ContactPoint point) {
        Instant now = clock.instant();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        if (point.getType() != ContactPointType.EMAIL || !point.isCurrent(today) || point.getVerifiedAt() != null) {
            return Answer.NOTHING;
        }
        List<Instant> asked = asked(point, now.minus(WINDOW));
        if (asked.size() >= MOST) {
            return Answer.OFTEN;
        }
        return asked.stream().anyMatch(at -> at.isAfter(now.minus(PAUSE))) ? Answer.LATELY : Answer.YES;
    }

    private void send(Customer customer, ContactPoint point) {
        Instant now = clock.instant();
        close(point, now);
        String secret = LinkSecret.next();
        em.persist(new AddressProof(point, secret, now, now.plus(VALID)));
        Locale locale = customer.getLanguage() == null ? settings.language() : Texts.supported(customer.getLanguage());
        outbox.enqueue(OutboxMail.of(
                        point.getNormalValue(),
                        locale,
                        "party.mail.proof",
                        customer.getDisplayName(),
                        settings.address("/portal/confirm-address?token=" + secret),
                        VALID.toDays())
                .about(customer.getId())
                .withSecret());
        record("address.asked", customer, point);
    }

    /** When open links were sent, by the public id of the contact point. */
    public Map<String, Instant> waiting(Collection<ContactPoint> points) {
        Map<String, Instant> waiting = new HashMap<>();
        Map<Long, String> names = new HashMap<>();
        points.forEach(point -> names.put(point.getId(), point.getPublicId()));
        if (!names.isEmpty()) {
            em.createQuery(
                            "select p from AddressProof p where p.contactPointId in :points and p.closedAt is null"
                                    + " and p.expiresAt > :now",
                            AddressProof.class)
                    .setParameter("points", names.keySet())
                    .setParameter("now", clock.instant())
                    .getResultStream()
                    .forEach(proof -> waiting.put(names.get(proof.getContactPointId()), proof.getAskedAt()));
        }
        return waiting;
    }

    /** @throws NotFound when the link was used, is too old, was replaced, or the address is another one now */
    public Open look(String secret) {
        if (!LinkSecret.isWellFormed(secret)) {
            throw new NotFound();
        }
        AddressProof proof = em.createQuery(
                        "select p from AddressProof p where p.secretHash = :hash", AddressProof.class)
                .setParameter("hash", LinkSecret.hash(secret))
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
        return Optional.ofNullable(em.find(ContactPoint.class, proof.getContactPointId()))
                .filter(point -> proof.proves(point, secret, clock.instant()))
                .filter(point -> !point.getCustomer().isDeleted())
                .map(point -> new Open(proof, point, point.getCustomer()))
                .orElseThrow(NotFound::new);
    }

    /** Uses the link up and holds the address for proved. */
    public void confirm(String secret) {
        Open open = look(secret);
        Instant now = clock.instant();
        int won = em.createQuery("update AddressProof p set p.closedAt = :now where p.id = :id and p.closedAt is null")
                .setParameter("now", now)
                .setParameter("id", open.proof().getId())
                .executeUpdate();
        if (won != 1) {
            throw new NotFound();
        }
        open.point().verified(now);
        open.customer().changed(now);
        record("address.confirmed", open.customer(), open.point());
        confirmed.fire(new AddressConfirmed(
                open.customer().getId(),
                open.point().getNormalValue(),
                open.proof().getAskedAt(),
                now));
        notice.tell(open.customer().getId(), "contacts", locale -> List.of(Phrase.of("portal.told.address")));
    }

    private void record(String action, Customer customer, ContactPoint point) {
        audit.record(AuditEvent.about(action, "contactPoint", point.getPublicId(), customer.getId(), null));
    }

    private List<Instant> asked(ContactPoint point, Instant since) {
        return em.createQuery(
                        "select p from AddressProof p where p.contactPointId = :point and p.askedAt > :since",
                        AddressProof.class)
                .setParameter("point", point.getId())
                .setParameter("since", since)
                .getResultStream()
                .map(AddressProof::getAskedAt)
                .toList();
    }

    private void close(ContactPoint point, Instant now) {
        em.createQuery(
                        "update AddressProof p set p.closedAt = :now where p.contactPointId = :point and p.closedAt is null")
                .setParameter("now", now)
                .setParameter("point", point.getId())
                .executeUpdate();
    }
}
