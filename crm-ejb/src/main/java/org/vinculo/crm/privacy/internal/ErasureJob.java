package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.privacy.ErasureState;
import org.vinculo.crm.privacy.entity.Erasure;

/** Forgets a customer, one room a step; after a kill it goes on with the room it was at. */
@ApplicationScoped
public class ErasureJob implements JobHandler {

    public static final String NAME = "erasure";

    @Inject
    ErasureDesk desk;

    @Inject
    Eraser eraser;

    @Inject
    ErasureRecord record;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobStep step(JobContext context) {
        Erasure erasure = desk.find(context.payload()).orElseThrow();
        if (erasure.getState() != ErasureState.RUNNING) {
            return JobStep.finished(context.done());
        }
        int place = context.checkpoint() == null ? 0 : Integer.parseInt(context.checkpoint());
        if (place == 0) {
            record.remember(erasure.getCustomerId());
        }
        eraser.step(erasure.getCustomerId(), place);
        int next = place + 1;
        if (next < eraser.steps()) {
            return JobStep.more(String.valueOf(next), next, eraser.steps());
        }
        erasure.done(clock.instant());
        return JobStep.finished(next);
    }

    @Override
    public void ended(JobContext context, JobState state) {
        desk.find(context.payload()).ifPresent(Erasure::failed);
    }
}
