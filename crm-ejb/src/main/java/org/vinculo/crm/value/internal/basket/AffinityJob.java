package org.vinculo.crm.value.internal.basket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.purchase.PurchaseBaskets;
import org.vinculo.crm.value.AffinityLimits;
import org.vinculo.crm.value.RunState;
import org.vinculo.crm.value.entity.AffinityItem;
import org.vinculo.crm.value.entity.AffinityRule;
import org.vinculo.crm.value.entity.AffinityRun;
import org.vinculo.crm.value.internal.affinity.FrequentSets;
import org.vinculo.crm.value.internal.affinity.Rule;
import org.vinculo.crm.value.internal.affinity.RuleLimits;

/**
 * Reads the baskets, finds the rules, stores them, and forgets those of earlier runs. What was read stays in memory
 * between the steps: after a kill the search begins anew and takes back what it had stored.
 */
@ApplicationScoped
public class AffinityJob implements JobHandler {

    public static final String NAME = "affinity";

    /** Rules that are stored at most; more are no help to anybody. */
    public static final int MOST_RULES = 50_000;

    /** Products that are named at most beside those that rules speak of. */
    static final int MOST_NAMED = 10_000;

    /** Products with a name at most, if no two rules spoke of the same. */
    static final int MOST_SPOKEN_OF = MOST_NAMED + 6 * MOST_RULES;

    static final int MOST_SETS = 300_000;
    private static final int SALES_AT_ONCE = 2000;
    private static final int RULES_AT_ONCE = 500;
    private static final String STORING = "store:";
    private static final String CLEANING = "clean";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    AffinityStore store;

    @Inject
    AffinityWorks works;

    @Inject
    PurchaseBaskets purchases;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean inBackground() {
        return true;
    }

    @Override
    public JobStep step(JobContext context) {
        AffinityRun run = store.run(context.payload()).orElseThrow();
        String checkpoint = context.checkpoint();
        if (CLEANING.equals(checkpoint)) {
            return clean(run, context);
        }
        if (run.getState() != RunState.RUNNING) {
            return JobStep.finished(context.done());
        }
        AffinityWork work = checkpoint == null ? null : works.take(run.getPublicId(), checkpoint);
        if (work == null) {
            return begin(run);
        }
        if (checkpoint.startsWith(STORING)) {
            return keep(run, work, Integer.parseInt(checkpoint.substring(STORING.length())), context);
        }
        return read(run, work, context.done(), context.total());
    }

    private JobStep begin(AffinityRun run) {
        em.createQuery("delete from AffinityRuleItem i where i.runId = :run")
                .setParameter("run", run.getId())
                .executeUpdate();
        em.createQuery("delete from AffinityRule r where r.runId = :run")
                .setParameter("run", run.getId())
                .executeUpdate();
        em.createQuery("delete from AffinityItem i where i.runId = :run")
                .setParameter("run", run.getId())
                .executeUpdate();
        run.beginReading(purchases.newestLine());
        AffinityWork work = new AffinityWork(run.getPolicy().limits().excluded());
        return read(run, work, 0, purchases.sales());
    }

    private JobStep read(AffinityRun run, AffinityWork work, long done, long total) {
        PurchaseBaskets.Slice slice = purchases.after(work.last(), SALES_AT_ONCE);
        work.add(slice);
        if (!slice.finished()) {
            String checkpoint = "read:" + slice.last();
            works.keep(run.getPublicId(), work, checkpoint);
            return new JobStep(checkpoint, Math.min(total, done + SALES_AT_ONCE), total, false, "affinity.job.reading");
        }
        AffinityLimits limits = run.getPolicy().limits();
        try {
            work.search(new RuleLimits(
                    limits.minSupport(), limits.minConfidence(), limits.minLift(), limits.mostItems(), MOST_SETS));
        } catch (FrequentSets.TooManySets tooLow) {
            return failed(run, total, "affinity.failure.tooManySets");
        }
        if (work.rules().size() > MOST_RULES) {
            return failed(run, total, "affinity.failure.tooManyRules");
        }
        works.keep(run.getPublicId(), work, STORING + 0);
        return new JobStep(STORING + 0, total, total, false, "affinity.job.storing");
    }

    private JobStep failed(AffinityRun run, long total, String reason) {
        run.fail(reason, clock.instant());
        return new JobStep(null, total, total, true, reason);
    }

    private JobStep keep(AffinityRun run, AffinityWork work, int from, JobContext context) {
        List<Rule> rules = work.rules();
        int until = Math.min(rules.size(), from + RULES_AT_ONCE);
        rules.subList(from, until).forEach(rule -> em.persist(new AffinityRule(run.getId(), rule)));
        if (until < rules.size()) {
            works.keep(run.getPublicId(), work, STORING + until);
            return new JobStep(STORING + until, context.done(), context.total(), false, "affinity.job.storing");
        }
        keepNames(run, work);
        run.found(work.baskets().size(), work.baskets().distinctItems(), rules.size());
        run.complete(clock.instant());
        return new JobStep(CLEANING, context.done(), context.total(), false, "affinity.job.storing");
    }

    private void keepNames(AffinityRun run, AffinityWork work) {
        Set<String> spokenOf = new HashSet<>(work.baskets().mostFrequent(MOST_NAMED));
        work.rules().forEach(rule -> {
            spokenOf.addAll(rule.items());
            spokenOf.add(rule.recommended());
        });
        spokenOf.forEach(product -> em.persist(new AffinityItem(
                run.getId(), product, work.nameOf(product), work.baskets().countOf(product))));
    }

    /** Rules of earlier runs, a thousand at a time. */
    private JobStep clean(AffinityRun run, JobContext context) {
        List<Long> old = em.createQuery(
                        "select r.id from AffinityRule r where r.runId < :run order by r.id", Long.class)
                .setParameter("run", run.getId())
                .setMaxResults(2 * RULES_AT_ONCE)
                .getResultList();
        if (old.isEmpty()) {
            em.createQuery("delete from AffinityItem i where i.runId < :run")
                    .setParameter("run", run.getId())
                    .executeUpdate();
            return JobStep.finished(context.done());
        }
        em.createQuery("delete from AffinityRuleItem i where i.rule.id in :rules")
                .setParameter("rules", old)
                .executeUpdate();
        em.createQuery("delete from AffinityRule r where r.id in :rules")
                .setParameter("rules", old)
                .executeUpdate();
        return new JobStep(CLEANING, context.done(), context.total(), false, "affinity.job.storing");
    }

    @Override
    public void ended(JobContext context, JobState state) {
        works.forget(context.payload());
        store.run(context.payload())
                .ifPresent(run -> run.fail(
                        state == JobState.CANCELLED ? "affinity.failure.cancelled" : "affinity.failure.failed",
                        clock.instant()));
    }
}
