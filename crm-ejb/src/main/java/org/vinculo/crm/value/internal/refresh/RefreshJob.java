package org.vinculo.crm.value.internal.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.value.RefreshFinished;
import org.vinculo.crm.value.RefreshState;
import org.vinculo.crm.value.entity.ValueRun;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.Runs;

/**
 * Makes all figures again, step by step. The checkpoint names the pass and the last customer it went through; what a pass
 * found out is kept in the run, so that any step can be the first one after a kill.
 */
@ApplicationScoped
public class RefreshJob implements JobHandler {

    public static final String NAME = "value-refresh";

    private static final int READ_AT_ONCE = 1000;
    private static final int SCORED_AT_ONCE = 1000;
    private static final int FIXED_STEPS = 4;

    @Inject
    Runs runs;

    @Inject
    Policies policies;

    @Inject
    Plans plans;

    @Inject
    HistoryPass histories;

    @Inject
    ModelPass models;

    @Inject
    CutPass cuts;

    @Inject
    ScorePass scores;

    @Inject
    Clock clock;

    @Inject
    Event<RefreshFinished> finished;

    /** Models remember much of what they computed; taken out while a step uses them, lost at a restart without harm. */
    private final AtomicReference<Pair> kept = new AtomicReference<>();

    /** Of whom the model and its check are; found again after a restart. */
    private final AtomicReference<Learned> learned = new AtomicReference<>();

    private record Learned(long run, Lesson lesson) {}

    /** Means for two threads, since models are for one. */
    private record Pair(ScorePass.Means one, ScorePass.Means other) {}

    private enum Pass {
        READ,
        FIT,
        CHECK,
        SCALE,
        CUT,
        SCORE
    }

    private record Checkpoint(Pass pass, long after, boolean families, long customers) {
        static Checkpoint of(String text) {
            String[] parts = text.split(" ");
            return new Checkpoint(
                    Pass.valueOf(parts[0]),
                    Long.parseLong(parts[1]),
                    Boolean.parseBoolean(parts[2]),
                    Long.parseLong(parts[3]));
        }

        Checkpoint at(Pass next, long customer) {
            return new Checkpoint(next, customer, families, customers);
        }

        String text() {
            return pass + " " + after + " " + families + " " + customers;
        }
    }

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
        ValueRun run = runs.byPublicId(context.payload());
        if (run.getState() == RefreshState.DONE || run.getState() == RefreshState.FAILED) {
            return JobStep.finished(context.done());
        }
        if (context.checkpoint() == null) {
            return runs.hasToWait(run) ? waiting() : begin(run);
        }
        Checkpoint at = Checkpoint.of(context.checkpoint());
        return switch (at.pass()) {
            case READ -> read(run, at, context.done());
            case FIT -> {
                models.fit(run, policies.value(run.getPolicyNumber()).settings().fewestRepeaters());
                yield more(at.at(Pass.CHECK, 0), context.done() + 1, "value.job.check");
            }
            case CHECK -> {
                learned.set(new Learned(run.getId(), models.check(run, plans.of(run, at.families()))));
                yield more(at.at(Pass.SCALE, 0), context.done() + 1, "value.job.scale");
            }
            case SCALE -> {
                models.scale(run);
                yield more(at.at(Pass.CUT, 0), context.done() + 1, "value.job.cut");
            }
            case CUT -> {
                cuts.cut(run, plans.scorer(run, run.getAsOf()), plans.tiers(run));
                yield more(at.at(Pass.SCORE, 0), context.done() + 1, "value.job.score");
            }
            case SCORE -> score(run, at, context.done());
        };
    }

    @Override
    public void ended(JobContext context, JobState state) {
        kept.set(null);
        learned.set(null);
        runs.byPublicId(context.payload()).fail(clock.instant());
    }

    /** An earlier refresh is under way: this one looks again after a second. */
    private static JobStep waiting() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new JobStep(null, 0, 0, false, "value.job.waiting");
    }

    private JobStep begin(ValueRun run) {
        Plans.Beginning beginning = plans.begin(run);
        return more(new Checkpoint(Pass.READ, 0, beginning.families(), beginning.customers()), 0, "value.job.read");
    }

    private JobStep read(ValueRun run, Checkpoint at, long done) {
        long last = histories.next(plans.of(run, at.families()), at.after(), READ_AT_ONCE);
        return last < 0
                ? more(at.at(Pass.FIT, 0), at.customers(), "value.job.fit")
                : more(at.at(Pass.READ, last), Math.min(done + READ_AT_ONCE, at.customers()), "value.job.read");
    }

    private JobStep score(ValueRun run, Checkpoint at, long done) {
        Pair means = kept.getAndSet(null);
        if (means == null || !means.one().run().getId().equals(run.getId())) {
            Lesson lesson = lesson(run, at);
            means = new Pair(plans.means(run).with(lesson), plans.means(run).with(lesson));
        }
        long last = scores.next(means.one(), means.other(), at.after(), SCORED_AT_ONCE);
        if (last < 0) {
            plans.fresh(run);
            run.finish(clock.instant());
            finished.fire(new RefreshFinished(run.getPublicId(), run.getAsOf()));
            return JobStep.finished(2 * at.customers() + FIXED_STEPS);
        }
        kept.set(means);
        return more(
                at.at(Pass.SCORE, last),
                Math.min(done + SCORED_AT_ONCE, 2 * at.customers() + FIXED_STEPS),
                "value.job.score");
    }

    private Lesson lesson(ValueRun run, Checkpoint at) {
        Learned known = learned.getAndSet(null);
        return known != null && known.run() == run.getId()
                ? known.lesson()
                : models.lesson(run, plans.of(run, at.families()));
    }

    private static JobStep more(Checkpoint at, long done, String message) {
        return new JobStep(at.text(), done, 2 * at.customers() + FIXED_STEPS, false, message);
    }
}
