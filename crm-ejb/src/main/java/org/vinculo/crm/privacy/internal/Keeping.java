package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.privacy.RuleView;
import org.vinculo.crm.privacy.entity.KeepingRule;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.RetentionRule;

/**
 * The rules for how long things are kept, and what they remove. Those of the rooms are in force unless somebody says
 * otherwise; forgetting prospects nobody speaks with is not, until somebody decides so.
 */
@ApplicationScoped
public class Keeping {

    /** Prospects that were not spoken with, did not write and bought nothing. */
    public static final String PROSPECTS = "prospects";

    private static final RetentionRule PROSPECT_RULE = RetentionRule.byRoom(PROSPECTS, 730, 180);
    private static final int MOST_DAYS = 36_500;

    private static final String SILENT = " from customer c where c.stage = 'PROSPECT' and c.deleted_at is null"
            + " and c.created_at < ?1 and c.changed_at < ?1"
            + " and not exists (select 1 from interaction i where i.customer_id = c.id and i.started_at >= ?1)"
            + " and not exists (select 1 from purchase p where p.customer_id = c.id)"
            + " and not exists (select 1 from login_session s where s.customer_id = c.id and s.last_seen_at >= ?1)";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    PersonalMap map;

    @Inject
    ErasureDesk erasures;

    @Inject
    Customers customers;

    @Inject
    AuditLog audit;

    public List<RetentionRule> rules() {
        List<RetentionRule> all = new ArrayList<>(map.rules());
        all.add(PROSPECT_RULE);
        return all;
    }

    /** @param counted whether to count what is overdue */
    public List<RuleView> views(boolean counted) {
        return rules().stream()
                .map(rule -> {
                    Optional<KeepingRule> chosen = chosen(rule.code());
                    int days = days(rule, chosen);
                    return new RuleView(
                            rule.code(),
                            days,
                            rule.usualDays(),
                            rule.leastDays(),
                            inForce(rule, chosen),
                            chosen.map(KeepingRule::getLastRunAt).orElse(null),
                            chosen.map(KeepingRule::getLastCount).orElse(0L),
                            counted ? Long.valueOf(overdue(rule, before(days))) : null);
                })
                .toList();
    }

    /** @throws InvalidInput when the time is too short or too long */
    public void choose(String code, int days, boolean inForce, String by) {
        RetentionRule rule = rule(code);
        if (days < rule.leastDays() || days > MOST_DAYS) {
            throw InvalidInput.field("days", "privacy.error.days", rule.leastDays(), MOST_DAYS);
        }
        KeepingRule chosen = chosen(code).orElseGet(() -> new KeepingRule(code));
        chosen.choose(days, inForce, clock.instant(), by);
        if (chosen.getId() == null) {
            em.persist(chosen);
        }
    }

    private RetentionRule rule(String code) {
        return rules().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Optional<KeepingRule> chosen(String code) {
        return em.createQuery("select r from KeepingRule r where r.code = :code", KeepingRule.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    private static int days(RetentionRule rule, Optional<KeepingRule> chosen) {
        return chosen.map(KeepingRule::getDays).orElse(rule.usualDays());
    }

    private static boolean inForce(RetentionRule rule, Optional<KeepingRule> chosen) {
        return chosen.map(KeepingRule::isInForce).orElse(!rule.code().equals(PROSPECTS));
    }

    private Instant before(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    private long overdue(RetentionRule rule, Instant before) {
        if (rule.code().equals(PROSPECTS)) {
            return ((Number) em.createNativeQuery("select count(*)" + SILENT)
                            .setParameter(1, utc(before))
                            .getSingleResult())
                    .longValue();
        }
        if (rule.isByRoom()) {
            return map.parts().stream()
                    .mapToLong(part -> part.overdue(rule.code(), before))
                    .sum();
        }
        return ((Number) em.createNativeQuery(rule.count().sql())
                        .setParameter(1, utc(before))
                        .getSingleResult())
                .longValue();
    }

    /**
     * Removes some of what is overdue under a rule.
     *
     * @return how many; 0 when there is nothing left or the rule is not in force
     */
    long apply(String code, int atMost) {
        RetentionRule rule = rule(code);
        Optional<KeepingRule> chosen = chosen(code);
        if (!inForce(rule, chosen)) {
            return 0;
        }
        Instant before = before(days(rule, chosen));
        if (code.equals(PROSPECTS)) {
            return forget(before, atMost);
        }
        if (rule.isByRoom()) {
            long removed = 0;
            for (PersonalDataPart part : map.parts()) {
                removed += part.remove(code, before, atMost);
            }
            return removed;
        }
        return em.createNativeQuery(rule.apply().sql())
                .setParameter(1, utc(before))
                .executeUpdate();
    }

    private long forget(Instant before, int atMost) {
        List<?> silent = em.createNativeQuery("select c.id" + SILENT + " order by c.id")
                .setParameter(1, utc(before))
                .setMaxResults(atMost)
                .getResultList();
        for (Object row : silent) {
            Object id = row instanceof Object[] cells ? cells[0] : row;
            customers
                    .find(((Number) id).longValue())
                    .ifPresent(customer -> erasures.begin(customer, null, "retention"));
        }
        return silent.size();
    }

    /** Notes what a rule removed. */
    void ran(String code, long count, String by) {
        RetentionRule rule = rule(code);
        KeepingRule chosen = chosen(code).orElseGet(() -> {
            KeepingRule usual = new KeepingRule(code);
            usual.choose(rule.usualDays(), inForce(rule, Optional.empty()), clock.instant(), by);
            em.persist(usual);
            return usual;
        });
        chosen.ran(clock.instant(), count);
        if (count > 0) {
            audit.record(AuditEvent.about("privacy.retained", "privacyRule", null, null, code + " " + count));
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
