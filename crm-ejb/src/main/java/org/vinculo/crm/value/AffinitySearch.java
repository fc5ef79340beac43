package org.vinculo.crm.value;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.purchase.PurchaseBaskets;
import org.vinculo.crm.value.entity.AffinityPolicy;
import org.vinculo.crm.value.entity.AffinityRun;
import org.vinculo.crm.value.internal.basket.AffinityJob;
import org.vinculo.crm.value.internal.basket.AffinityStore;

/** Begins searches for rules, inside the transaction of whoever has checked who may. */
@ApplicationScoped
public class AffinitySearch {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Jobs jobs;

    @Inject
    AffinityStore store;

    @Inject
    PurchaseBaskets purchases;

    /**
     * Searches by the present settings; does nothing while a search is under way.
     *
     * @param by who asked for it
     * @return public id of the job
     */
    public String begin(String by) {
        Optional<AffinityRun> running = store.latest().filter(this::isUnderWay);
        if (running.isPresent()) {
            return running.get().getJobId();
        }
        AffinityRun run = new AffinityRun(
                store.policy().orElseGet(() -> decide(AffinityLimits.DEFAULT, by)), clock.instant(), by);
        em.persist(run);
        run.runAs(jobs.submit(AffinityJob.NAME, run.getPublicId(), by));
        return run.getJobId();
    }

    /** Searches again when there are purchases that the present rules do not know. */
    public void beginIfOutdated(String by) {
        boolean known = store.current()
                .filter(run -> run.view().newestLine() == purchases.newestLine())
                .isPresent();
        if (!known) {
            begin(by);
        }
    }

    /** From now on searches go by these. */
    public AffinityPolicy decide(AffinityLimits limits, String by) {
        int number = store.policy().map(AffinityPolicy::getNumber).orElse(0) + 1;
        AffinityPolicy policy = new AffinityPolicy(number, limits, clock.instant(), by);
        em.persist(policy);
        return policy;
    }

    private boolean isUnderWay(AffinityRun run) {
        return run.getState() == RunState.RUNNING
                && jobs.find(run.getJobId())
                        .filter(job -> !job.state().isOver())
                        .isPresent();
    }
}
