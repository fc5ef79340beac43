package org.vinculo.crm.value;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.value.entity.ChurnRun;
import org.vinculo.crm.value.internal.churn.ChurnJob;
import org.vinculo.crm.value.internal.churn.ChurnStore;

/** Begins fits of the chance to leave, inside the transaction of whoever has checked who may. */
@ApplicationScoped
public class ChurnFit {

    /** Leaving means buying nothing for so long. */
    public static final int WINDOW_DAYS = 182;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Jobs jobs;

    @Inject
    ChurnStore store;

    /**
     * Does nothing while a fit is under way.
     *
     * @param asOf day of the chances
     * @param by who asked for it
     * @return public id of the job
     */
    public String begin(LocalDate asOf, String by) {
        Optional<ChurnRun> running = store.latest().filter(this::isUnderWay);
        if (running.isPresent()) {
            return running.get().getJobId();
        }
        ChurnRun run = new ChurnRun(asOf, WINDOW_DAYS, clock.instant(), by);
        em.persist(run);
        run.runAs(jobs.submit(ChurnJob.NAME, run.getPublicId(), by));
        return run.getJobId();
    }

    private boolean isUnderWay(ChurnRun run) {
        return run.getState() == RunState.RUNNING
                && jobs.find(run.getJobId())
                        .filter(job -> !job.state().isOver())
                        .isPresent();
    }
}
