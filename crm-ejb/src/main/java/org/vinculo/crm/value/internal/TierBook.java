package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierChangeView;
import org.vinculo.crm.value.TierDecision;
import org.vinculo.crm.value.TierReason;
import org.vinculo.crm.value.TierReviewState;
import org.vinculo.crm.value.TierReviewView;
import org.vinculo.crm.value.TierTreatment;
import org.vinculo.crm.value.entity.CustomerValue;
import org.vinculo.crm.value.entity.TierChange;
import org.vinculo.crm.value.entity.TierOverride;
import org.vinculo.crm.value.entity.TierReview;

/** The tiers of customers: what was decided, by the figures and by people. */
@ApplicationScoped
public class TierBook {

    /** A decision by hand holds half a year at most. */
    public static final int MOST_DAYS = 180;

    private static final int LONGEST_TEXT = 1000;
    private static final String OPEN_IDS = "select r.id, r.asked_at from tier_review r"
            + " inner join customer c on c.id = r.customer_id where r.state = 'OPEN'";
    private static final String COUNT_OPEN = "select count(*) from tier_review r"
            + " inner join customer c on c.id = r.customer_id where r.state = 'OPEN'";
    private static final String REACHED = " and (c.owner_id = ?3 or c.team_id = ?4)";
    private static final String PAGED = " order by r.asked_at, r.id offset ?1 rows fetch next ?2 rows only";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    Customers customers;

    @Inject
    Policies policies;

    /** The tier of each customer; who has none is left out. */
    public Map<Long, Tier> tiers(Collection<Long> ids) {
        Map<Long, Tier> tiers = new HashMap<>();
        if (!ids.isEmpty()) {
            em.createQuery(
                            "select v.customerId, v.tier from CustomerValue v where v.customerId in :ids"
                                    + " and v.tier is not null",
                            Object[].class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(row -> tiers.put((Long) row[0], (Tier) row[1]));
        }
        return tiers;
    }

    public Map<Tier, TierTreatment> treatments() {
        return policies.tier().settings().treatments();
    }

    public TierTreatment treatment(long customerId) {
        CustomerValue value = em.find(CustomerValue.class, customerId);
        Tier tier = value == null || value.getTier() == null ? Tier.NEW : value.getTier();
        return policies.tier().settings().treatments().get(tier);
    }

    public List<TierChangeView> history(long customerId, int atMost) {
        return em.createQuery(
                        "select t from TierChange t where t.customerId = :customer order by t.changedAt desc, t.id desc",
                        TierChange.class)
                .setParameter("customer", customerId)
                .setMaxResults(atMost)
                .getResultStream()
                .map(TierChange::view)
                .toList();
    }

    /** @param asked who asked for it, or null */
    public void decide(long customerId, TierDecision decision, String by, String asked) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        check(decision, today);
        CustomerValue value = em.find(CustomerValue.class, customerId);
        if (value == null || value.getTier() == null) {
            throw InvalidInput.field("tier", "value.error.noTier");
        }
        Instant now = clock.instant();
        close(customerId, now, by);
        TierOverride made =
                new TierOverride(customerId, decision.tier(), text(decision.reason(), "reason"), decision.until());
        made.decided(now, by, asked);
        em.persist(made);
        if (value.getTier() != decision.tier()) {
            em.persist(new TierChange(
                    customerId,
                    now,
                    value.getAsOf(),
                    value.getTier(),
                    decision.tier(),
                    value.getTierPolicyNumber(),
                    by,
                    decision.reason()));
        }
        em.flush();
        em.createQuery("update CustomerValue v set v.tier = :tier, v.tierReason = :reason, v.tierSince = :since,"
                        + " v.handTier = :tier, v.handUntil = :until where v.customerId = :customer")
                .setParameter("tier", decision.tier())
                .setParameter("reason", TierReason.DECIDED_BY_HAND)
                .setParameter(
                        "since",
                        value.getTier() == decision.tier() ? value.card().tierSince() : today)
                .setParameter("until", decision.until())
                .setParameter("customer", customerId)
                .executeUpdate();
        em.refresh(value);
    }

    private static void check(TierDecision decision, LocalDate today) {
        if (decision.tier() == null) {
            throw InvalidInput.field("tier", "required");
        }
        if (decision.until() == null) {
            throw InvalidInput.field("until", "required");
        }
        if (decision.until().isBefore(today) || decision.until().isAfter(today.plusDays(MOST_DAYS))) {
            throw InvalidInput.field("until", "value.error.until");
        }
    }

    /** Nothing by hand any more; the figures decide with the next refresh, and what they said last counts until then. */
    public void end(long customerId, String by) {
        CustomerValue value = em.find(CustomerValue.class, customerId);
        close(customerId, clock.instant(), by);
        if (value == null || value.card().handTier() == null) {
            return;
        }
        Tier suggested = value.card().tierSuggested();
        if (suggested != value.getTier()) {
            em.persist(new TierChange(
                    customerId,
                    clock.instant(),
                    value.getAsOf(),
                    value.getTier(),
                    suggested,
                    value.getTierPolicyNumber(),
                    by,
                    null));
        }
        em.flush();
        em.createQuery("update CustomerValue v set v.tier = :tier, v.tierReason = :reason, v.tierSince = :since,"
                        + " v.handTier = null, v.handUntil = null where v.customerId = :customer")
                .setParameter("tier", suggested)
                .setParameter("reason", reason(suggested))
                .setParameter("since", LocalDate.ofInstant(clock.instant(), settings.zone()))
                .setParameter("customer", customerId)
                .executeUpdate();
        em.refresh(value);
    }

    private static TierReason reason(Tier tier) {
        return switch (tier) {
            case NEW -> TierReason.TOO_EARLY_TO_SAY;
            case BZ -> TierReason.VALUE_AND_CONTRIBUTION_BELOW_ZERO;
            case MVC -> TierReason.VALUE_AMONG_THE_BEST;
            case MGC -> TierReason.ROOM_TO_GROW;
            case INTERMEDIATE -> TierReason.NONE_OF_THE_OTHERS;
        };
    }

    private void close(long customerId, Instant now, String by) {
        em.createQuery(
                        "select o from TierOverride o where o.customerId = :customer and o.endedAt is null order by o.id",
                        TierOverride.class)
                .setParameter("customer", customerId)
                .getResultStream()
                .forEach(each -> each.end(now, by));
    }

    public void ask(long customerId, Tier wanted, String question, String by, boolean byCustomer) {
        CustomerValue value = em.find(CustomerValue.class, customerId);
        TierReview review =
                new TierReview(customerId, value == null ? null : value.getTier(), wanted, text(question, "question"));
        review.asked(clock.instant(), by, byCustomer);
        em.persist(review);
    }

    public Optional<TierReview> review(String publicId) {
        return em.createQuery("select r from TierReview r where r.publicId = :id", TierReview.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    public List<TierReviewView> reviews(CustomerRef customer) {
        return em.createQuery(
                        "select r from TierReview r where r.customerId = :customer order by r.id desc",
                        TierReview.class)
                .setParameter("customer", customer.id())
                .setMaxResults(50)
                .getResultStream()
                .map(review -> review.view(customer))
                .toList();
    }

    /** Open ones, the longest waiting first, as far as the scope reaches. */
    public Page<TierReviewView> openReviews(PageRequest page, CustomerScope scope) {
        boolean all = scope.reach() == Scope.ALL;
        Query ids = all ? em.createNativeQuery(OPEN_IDS + PAGED) : em.createNativeQuery(OPEN_IDS + REACHED + PAGED);
        Query count = all ? em.createNativeQuery(COUNT_OPEN) : em.createNativeQuery(COUNT_OPEN + REACHED);
        if (!all) {
            Long team = scope.teamId() == null || scope.reach() == Scope.OWN ? Long.valueOf(-1) : scope.teamId();
            for (Query each : List.of(ids, count)) {
                each.setParameter(3, scope.accountId()).setParameter(4, team);
            }
        }
        ids.setParameter(1, page.first()).setParameter(2, page.size());
        List<?> found = ids.getResultList();
        List<TierReviewView> rows = found.stream()
                .map(row -> em.find(TierReview.class, ((Number) ((Object[]) row)[0]).longValue()))
                .map(review ->
                        review.view(customers.find(review.getCustomerId()).orElseThrow()))
                .toList();
        return new Page<>(rows, ((Number) count.getSingleResult()).longValue(), false);
    }

    public void answer(TierReview review, Optional<TierDecision> decision, String answer, String by) {
        decision.ifPresent(made -> decide(review.getCustomerId(), made, by, review.getAskedBy()));
        TierReviewState outcome = decision.isPresent() ? TierReviewState.CHANGED : TierReviewState.KEPT;
        review.answer(outcome, text(answer, "answer"), clock.instant(), by);
    }

    private static String text(String raw, String field) {
        String text = Normal.line(raw);
        if (text == null || text.isEmpty()) {
            throw InvalidInput.field(field, "required");
        }
        if (text.length() > LONGEST_TEXT) {
            throw InvalidInput.field(field, "tooLong", LONGEST_TEXT);
        }
        return text;
    }
}
