package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.InteractionForm;
import org.vinculo.crm.interaction.InteractionView;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.shared.Duplicate;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;

/** Keeps conversations of customers who were checked already. */
@ApplicationScoped
public class InteractionLog {

    private static final int LONGEST_MINUTES = 24 * 60;
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);
    private static final int TOPIC_LENGTH = 200;
    private static final int BODY_LENGTH = 4000;
    private static final int ID_LENGTH = 100;
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    public InteractionView write(CustomerRef customer, InteractionForm form) {
        String topic = Normal.line(form.getTopic());
        String externalId = Normal.line(form.getExternalId());
        String body = body(form.getBody());
        InvalidInput.throwIfAny(errors(form, topic, body, externalId));
        Optional<Interaction> known = byExternalId(externalId);
        if (known.isPresent()) {
            return sameCustomer(known.get(), customer);
        }
        Interaction interaction =
                new Interaction(customer.id(), form.getChannel(), form.getDirection(), form.getPurpose(), topic);
        interaction.happened(
                form.getStartedAt() == null ? clock.instant() : form.getStartedAt(),
                form.getMinutes() == null ? null : Duration.ofMinutes(form.getMinutes()),
                customer.zone() == null ? null : customer.zone().getId());
        interaction.ended(form.getOutcome(), form.getSentiment());
        Caller who = caller.get();
        interaction.writtenBy(
                who.kind() == Caller.Kind.STAFF ? who.accountId() : null,
                who.name() == null ? "-" : who.name(),
                clock.instant());
        interaction.say(body, form.getVisibility());
        interaction.cameAs(externalId);
        em.persist(interaction);
        return interaction.view();
    }

    public List<InteractionView> list(long customerId, Instant before, int limit) {
        return em.createQuery(
                        "select i from Interaction i where i.customerId = :customer and i.startedAt < :before"
                                + " order by i.startedAt desc, i.id desc",
                        Interaction.class)
                .setParameter("customer", customerId)
                .setParameter("before", before == null ? TimelineCursor.START.at() : before)
                .setMaxResults(limit)
                .getResultStream()
                .map(Interaction::view)
                .toList();
    }

    List<Interaction> before(long customerId, Instant at, long idBelow, int limit) {
        return em.createQuery(
                        "select i from Interaction i where i.customerId = :customer"
                                + " and (i.startedAt < :at or (i.startedAt = :at and i.id < :below))"
                                + " order by i.startedAt desc, i.id desc",
                        Interaction.class)
                .setParameter("customer", customerId)
                .setParameter("at", at)
                .setParameter("below", idBelow)
                .setMaxResults(limit)
                .getResultList();
    }

    long countSince(long customerId, Instant since) {
        return em.createQuery(
                        "select count(i) from Interaction i where i.customerId = :customer and i.startedAt >= :since",
                        Long.class)
                .setParameter("customer", customerId)
                .setParameter("since", since)
                .getSingleResult();
    }

    /** When each customer was last spoken with. */
    Map<Long, Instant> last(Collection<Long> customerIds) {
        Map<Long, Instant> last = new LinkedHashMap<>();
        em.createQuery(
                        "select i from Interaction i where i.customerId in :customers and i.startedAt ="
                                + " (select max(j.startedAt) from Interaction j where j.customerId = i.customerId)",
                        Interaction.class)
                .setParameter("customers", customerIds)
                .getResultStream()
                .forEach(
                        newest -> last.put(newest.getCustomerId(), newest.view().startedAt()));
        return last;
    }

    private List<FieldError> errors(InteractionForm form, String topic, String body, String externalId) {
        List<FieldError> errors = new ArrayList<>();
        required(errors, "channel", form.getChannel());
        required(errors, "direction", form.getDirection());
        required(errors, "purpose", form.getPurpose());
        required(errors, "sentiment", form.getSentiment());
        required(errors, "visibility", form.getVisibility());
        required(errors, "topic", topic);
        fits(errors, "topic", topic, TOPIC_LENGTH);
        fits(errors, "body", body, BODY_LENGTH);
        fits(errors, "externalId", externalId, ID_LENGTH);
        Caller.Kind kind = caller.get().kind();
        if (kind == Caller.Kind.STAFF) {
            required(errors, "outcome", form.getOutcome());
        }
        Integer minutes = form.getMinutes();
        if (minutes != null && (minutes < 0 || minutes > LONGEST_MINUTES)) {
            errors.add(FieldError.of("minutes", "tooLarge", LONGEST_MINUTES));
        }
        if (form.getStartedAt() != null
                && form.getStartedAt().isAfter(clock.instant().plus(CLOCK_DIFFERENCE))) {
            errors.add(FieldError.of("startedAt", "interaction.error.future"));
        }
        if (form.getDirection() == Direction.IN && form.getOutcome() == Outcome.NOT_REACHED) {
            errors.add(FieldError.of("outcome", "interaction.error.notReached"));
        }
        return errors;
    }

    private static void required(List<FieldError> errors, String field, Object value) {
        if (value == null) {
            errors.add(FieldError.of(field, "required"));
        }
    }

    private static void fits(List<FieldError> errors, String field, String text, int length) {
        if (text != null && text.length() > length) {
            errors.add(FieldError.of(field, "tooLong", length));
        }
    }

    private static String body(String typed) {
        if (typed == null) {
            return null;
        }
        String clean =
                UNWANTED.matcher(typed.replace("\r\n", "\n")).replaceAll(" ").strip();
        return clean.isEmpty() ? null : clean;
    }

    /** A number that another customer's conversation has is taken; which one is not told. */
    private static InteractionView sameCustomer(Interaction known, CustomerRef customer) {
        if (known.getCustomerId() != customer.id()) {
            throw new Duplicate("externalId");
        }
        return known.view();
    }

    private Optional<Interaction> byExternalId(String externalId) {
        return externalId == null
                ? Optional.empty()
                : em.createQuery("select i from Interaction i where i.externalId = :id", Interaction.class)
                        .setParameter("id", externalId)
                        .getResultStream()
                        .findFirst();
    }
}
