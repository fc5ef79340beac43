package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
import org.vinculo.crm.party.RelatedRecord;
import org.vinculo.crm.party.RelatedRecords;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.Duplicate;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.PublicId;
import org.vinculo.crm.shared.SqlText;

/** Keeps conversations of customers who were checked already. */
@ApplicationScoped
public class InteractionLog {

    private static final int LONGEST_MINUTES = 24 * 60;
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);
    private static final int TOPIC_LENGTH = 200;
    private static final int BODY_LENGTH = 4000;
    private static final int ID_LENGTH = 100;
    private static final int RELATED_OFFERED = 12;
    private static final int LONGEST_THREAD = 200;
    static final int COUNTED = 999;
    private static final String NEWEST_FIRST =
            "select i.* from interaction i --DERBY-PROPERTIES index=interaction_customer_time\n where i.customer_id = ";
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    @Inject
    Snapshots snapshots;

    @Inject
    LastContacts contacts;

    @Inject
    @Any
    Instance<RelatedRecords> records;

    public InteractionView write(CustomerRef customer, InteractionForm form) {
        String externalId = Normal.line(form.getExternalId());
        check(form);
        Optional<Interaction> known = byExternalId(externalId);
        if (known.isPresent()) {
            return sameCustomer(known.get(), customer);
        }
        return add(customer, form, externalId).view();
    }

    /** Writes down what was checked already. */
    public Interaction add(CustomerRef customer, InteractionForm form, String externalId) {
        Interaction interaction = new Interaction(
                customer.id(), form.getChannel(), form.getDirection(), form.getPurpose(), Normal.line(form.getTopic()));
        interaction.happened(
                form.getStartedAt() == null ? clock.instant() : form.getStartedAt(),
                duration(form),
                customer.zone() == null ? null : customer.zone().getId());
        interaction.ended(form.getOutcome(), form.getSentiment());
        Caller who = caller.get();
        interaction.writtenBy(
                who.kind() == Caller.Kind.STAFF ? who.accountId() : null,
                who.name() == null ? "-" : who.name(),
                clock.instant());
        interaction.say(body(form.getBody()), form.getVisibility());
        interaction.cameAs(externalId);
        relate(interaction, form, customer.id());
        snapshots.of(Collections.singleton(interaction.getStaffId())).on(interaction);
        em.persist(interaction);
        contacts.follow(customer.id());
        return interaction;
    }

    private static Duration duration(InteractionForm form) {
        return form.getMinutes() == null ? null : Duration.ofMinutes(form.getMinutes());
    }

    private void relate(Interaction interaction, InteractionForm form, long customerId) {
        RelatedRecord related = related(customerId, form.getRelated()).orElse(null);
        if (related == null && form.getRelated() != null) {
            throw InvalidInput.field("related", "choice");
        }
        interaction.about(related == null ? null : related.type(), related == null ? null : related.publicId());
        if (form.getContinues() != null) {
            Interaction earlier = find(form.getContinues())
                    .filter(each -> each.getCustomerId() == customerId)
                    .orElseThrow(() -> InvalidInput.field("continues", "choice"));
            interaction.continues(earlier);
        }
    }

    /** Puts right what was written down wrongly. The words of a mail stay as they came. */
    public void correct(Interaction interaction, InteractionForm form, boolean wordsStay) {
        if (interaction.getVersion() != form.getVersion()) {
            throw new ConcurrentChange();
        }
        check(form);
        interaction.refile(form.getChannel(), form.getDirection(), form.getPurpose(), Normal.line(form.getTopic()));
        if (form.getStartedAt() != null && !wordsStay) {
            interaction.happened(form.getStartedAt(), duration(form), interaction.getCustomerZone());
        }
        interaction.ended(form.getOutcome(), form.getSentiment());
        interaction.say(wordsStay ? interaction.view().body() : body(form.getBody()), form.getVisibility());
        relate(interaction, form, interaction.getCustomerId());
        interaction.corrected(caller.get().name(), clock.instant());
        snapshots.of(List.of()).price(interaction);
        contacts.follow(interaction.getCustomerId());
    }

    public void close(Interaction interaction, Outcome outcome) {
        interaction.ended(outcome, interaction.view().sentiment());
    }

    /** @throws InvalidInput naming every field that is wrong */
    public void check(InteractionForm form) {
        InvalidInput.throwIfAny(
                errors(form, Normal.line(form.getTopic()), body(form.getBody()), Normal.line(form.getExternalId())));
    }

    public Optional<RelatedRecord> related(long customerId, String key) {
        int colon = key == null ? -1 : key.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String type = key.substring(0, colon);
        return records.stream()
                .filter(each -> each.type().equals(type))
                .findFirst()
                .flatMap(each -> each.find(customerId, key.substring(colon + 1)));
    }

    public List<RelatedRecord> related(long customerId) {
        return records.stream()
                .flatMap(each -> each.recent(customerId, RELATED_OFFERED).stream())
                .toList();
    }

    /** The newest with a customer. */
    List<Interaction> latest(long customerId, int atMost) {
        return before(customerId, TimelineCursor.START.at(), Long.MAX_VALUE, atMost);
    }

    /** Any that there is, deleted ones too. */
    public Optional<Interaction> find(String publicId) {
        if (!PublicId.isWellFormed(publicId)) {
            return Optional.empty();
        }
        return em.createQuery("select i from Interaction i where i.publicId = :id", Interaction.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    /** The conversations of a thread, oldest first. */
    public List<Interaction> thread(Interaction interaction) {
        return em.createQuery(
                        "select i from Interaction i where (i.threadId = :thread or i.id = :thread)"
                                + " and i.customerId = :customer and i.deletedAt is null order by i.startedAt, i.id",
                        Interaction.class)
                .setParameter("thread", interaction.thread())
                .setParameter("customer", interaction.getCustomerId())
                .setMaxResults(LONGEST_THREAD)
                .getResultList();
    }

    public List<InteractionView> list(long customerId, Instant before, int limit) {
        return before(customerId, before == null ? TimelineCursor.START.at() : before, Long.MIN_VALUE, limit).stream()
                .map(Interaction::view)
                .toList();
    }

    /** The newest ones before a place in the order {@code startedAt desc, id desc}. */
    @SuppressWarnings("unchecked")
    List<Interaction> before(long customerId, Instant at, long idBelow, int limit) {
        SqlText sql = SqlText.empty().sqlPart(NEWEST_FIRST).value(customerId);
        sql.sqlPart(" and i.deleted_at is null and i.started_at <= ").value(at);
        sql.sqlPart(" and (i.started_at < ").value(at).sqlPart(" or i.id < ").value(idBelow);
        sql.sqlPart(") order by i.started_at desc, i.id desc fetch first ")
                .value(limit)
                .sqlPart(" rows only");
        return sql.fill(em.createNativeQuery(sql.sql(), Interaction.class)).getResultList();
    }

    /** How many there were since, as far as somebody would count. */
    int countSince(long customerId, Instant since) {
        return em.createQuery(
                        "select i.id from Interaction i where i.customerId = :customer and i.startedAt >= :since"
                                + " and i.deletedAt is null",
                        Long.class)
                .setParameter("customer", customerId)
                .setParameter("since", since)
                .setMaxResults(COUNTED + 1)
                .getResultList()
                .size();
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
