package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.notification.OutboxMail;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.OwnerNotice;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.privacy.RequestKind;
import org.vinculo.crm.privacy.RequestState;
import org.vinculo.crm.privacy.entity.PrivacyRequest;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.value.TierReviews;

/** Takes requests in and answers them; the customer was checked already. */
@ApplicationScoped
public class RequestDesk {

    private static final String RECEIVED = "privacy.mail.received";
    private static final int LONGEST = 2000;
    private static final int MOST_OPEN = 20;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    @Inject
    Settings settings;

    @Inject
    Customers customers;

    @Inject
    Outbox outbox;

    @Inject
    OwnerNotice notice;

    @Inject
    AuditLog audit;

    @Inject
    TierReviews reviews;

    public PrivacyRequest receive(CustomerRef customer, RequestKind kind, String words) {
        boolean byCustomer = caller.get().kind() == Caller.Kind.CUSTOMER;
        List<FieldError> errors = new ArrayList<>();
        if (kind == null) {
            errors.add(FieldError.of("kind", "required"));
        }
        String text = text(errors, "words", words, kind == RequestKind.CORRECTION || kind == RequestKind.REVIEW);
        InvalidInput.throwIfAny(errors);
        if (openOf(customer.id()) >= MOST_OPEN) {
            throw InvalidInput.field("kind", "privacy.error.tooMany", MOST_OPEN);
        }
        PrivacyRequest request = new PrivacyRequest(customer.id(), kind, text);
        request.received(clock.instant(), by(), byCustomer, today().plusDays(settings.number(Setting.PRIVACY_DAYS)));
        em.persist(request);
        audit.record(
                AuditEvent.about("privacy.asked", "privacyRequest", request.getPublicId(), customer.id(), kind.name()));
        if (kind == RequestKind.REVIEW) {
            reviews.askedByCustomer(customer.id(), text.length() > 1000 ? text.substring(0, 1000) : text, by());
        }
        mail(customer, RECEIVED, kind, request.getDueOn());
        if (byCustomer) {
            notice.tell(
                    customer.id(),
                    "privacy",
                    locale -> List.of(Phrase.of("privacy.told.asked", Phrase.of(kindKey(kind)))));
        }
        return request;
    }

    /** Ends a request with an answer, which the customer gets by mail. */
    public void answer(PrivacyRequest request, RequestState how, String answer) {
        if (!request.getState().isOpen()) {
            throw new NotFound();
        }
        List<FieldError> errors = new ArrayList<>();
        String text = text(errors, "answer", answer, how != RequestState.WITHDRAWN);
        InvalidInput.throwIfAny(errors);
        request.end(how, text, by(), clock.instant());
        String action =
                switch (how) {
                    case DONE -> "privacy.answered";
                    case REFUSED -> "privacy.refused";
                    case WITHDRAWN -> "privacy.withdrawn";
                    case OPEN -> throw new IllegalArgumentException("an answer ends a request");
                };
        audit.record(AuditEvent.about(
                action,
                "privacyRequest",
                request.getPublicId(),
                request.getCustomerId(),
                request.getKind().name()));
        if (how != RequestState.WITHDRAWN) {
            customers
                    .find(request.getCustomerId())
                    .ifPresent(customer -> mail(
                            customer,
                            how == RequestState.DONE ? "privacy.mail.answered" : "privacy.mail.refused",
                            request.getKind(),
                            text));
        }
    }

    public Optional<PrivacyRequest> find(String publicId) {
        return em.createQuery("select r from PrivacyRequest r where r.publicId = :id", PrivacyRequest.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    /** The latest requests of a customer. */
    public List<PrivacyRequest> of(long customerId) {
        return em.createQuery(
                        "select r from PrivacyRequest r where r.customerId = :customer order by r.receivedAt desc, r.id desc",
                        PrivacyRequest.class)
                .setParameter("customer", customerId)
                .setMaxResults(100)
                .getResultList();
    }

    private long openOf(long customerId) {
        return em.createQuery(
                        "select count(r) from PrivacyRequest r where r.customerId = :customer and r.state = :open",
                        Long.class)
                .setParameter("customer", customerId)
                .setParameter("open", RequestState.OPEN)
                .getSingleResult();
    }

    /**
     * Writes to the customer's main address, if there is one. Who asks and takes back without end gets no mail for each turn;
     * answers always go. The kind of the request is told in their language.
     */
    void mail(CustomerRef customer, String template, RequestKind kind, Object more) {
        Locale locale = customer.language() == null ? settings.language() : customer.language();
        customers.reachable(customer.id()).stream()
                .filter(point -> point.type() == ContactPointType.EMAIL)
                .findFirst()
                .filter(point -> !template.equals(RECEIVED) || outbox.left(point.value(), customer.id()) > 0)
                .ifPresent(point -> outbox.enqueue(OutboxMail.of(
                                point.value(),
                                locale,
                                template,
                                customer.name(),
                                org.vinculo.crm.shared.Texts.text(locale, kindKey(kind)),
                                more instanceof LocalDate day ? Days.write(day, locale) : more,
                                settings.address("/portal/privacy"))
                        .about(customer.id())));
    }

    static String kindKey(RequestKind kind) {
        return "privacy.kind." + kind.name();
    }

    private static String text(List<FieldError> errors, String field, String typed, boolean required) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty() && required) {
            errors.add(FieldError.of(field, "required"));
        }
        if (text.length() > LONGEST) {
            errors.add(FieldError.of(field, "tooLong", LONGEST));
        }
        return text.isEmpty() ? null : text;
    }

    public LocalDate today() {
        return clock.instant().atZone(settings.zone()).toLocalDate();
    }

    String by() {
        String name = caller.get().name();
        return name == null ? "-" : name;
    }
}
