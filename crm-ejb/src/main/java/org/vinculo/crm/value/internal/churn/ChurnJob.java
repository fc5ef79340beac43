package org.vinculo.crm.value.internal.churn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.value.ChancesLearned;
import org.vinculo.crm.value.RunState;
import org.vinculo.crm.value.entity.ChurnRun;
import org.vinculo.crm.value.internal.risk.Observation;
import org.vinculo.crm.value.internal.risk.RiskFit;
import org.vinculo.crm.value.internal.risk.RiskModel;
import org.vinculo.crm.value.internal.risk.Separation;

/**
 * Looks at the customers as they were some time ago, learns from who bought nothing since, checks that on a third of them
 * which it had not seen, and gives everybody who still buys the chance of today. The lesson stays in memory between the
 * steps: after a kill it is read again.
 */
@ApplicationScoped
public class ChurnJob implements JobHandler {

    public static final String NAME = "churn";

    private static final int CUSTOMERS_AT_ONCE = 500;
    private static final int MOST_LESSONS = 100_000;

    /** Fewer of either kind prove nothing. */
    private static final int FEWEST = 20;

    private static final int CHECKED_OF = 3;
    private static final double RIDGE = 1;
    private static final String LEARN = "learn:";
    private static final String SCORE = "score:";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    ChurnStore store;

    @Inject
    ChurnWorks works;

    @Inject
    BehaviourReader reader;

    @Inject
    Event<ChancesLearned> learned;

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
        ChurnRun run = store.run(context.payload()).orElseThrow();
        if (run.getState() != RunState.RUNNING) {
            return JobStep.finished(context.done());
        }
        String checkpoint = context.checkpoint();
        if (checkpoint != null && checkpoint.startsWith(SCORE)) {
            return score(run, Long.parseLong(checkpoint.substring(SCORE.length())), context);
        }
        ChurnWorks.Lesson lesson = checkpoint == null ? null : works.take(run.getPublicId(), checkpoint);
        if (lesson == null) {
            long total = 2
                    * ((Number) em.createNativeQuery("select count(*) from customer where deleted_at is null")
                                    .getSingleResult())
                            .longValue();
            store.forgetLesson(run.getId());
            return learn(run, new ChurnWorks.Lesson(), 0, 0, total);
        }
        long last = Long.parseLong(checkpoint.substring(LEARN.length()));
        return learn(run, lesson, last, context.done(), context.total());
    }

    private JobStep learn(ChurnRun run, ChurnWorks.Lesson lesson, long after, long done, long total) {
        List<Long> ids = reader.next(after, CUSTOMERS_AT_ONCE);
        if (!ids.isEmpty() && lesson.rows.size() < MOST_LESSONS) {
            long last = ids.get(ids.size() - 1);
            remember(run, lesson, ids);
            works.keep(run.getPublicId(), lesson, LEARN + last);
            return new JobStep(LEARN + last, done + ids.size(), total, false, "risk.job.reading");
        }
        long gone = lesson.left.stream().filter(left -> left).count();
        if (gone < FEWEST || lesson.left.size() - gone < FEWEST) {
            store.forgetLesson(run.getId());
            run.fail("risk.failure.tooFew", clock.instant());
            return new JobStep(null, total, total, true, "risk.failure.tooFew");
        }
        run.fitted(
                RiskFit.of(lesson.rows, lesson.left, RIDGE, FEWEST),
                lesson.rows.size(),
                (int) gone,
                check(run, lesson));
        return new JobStep(SCORE + 0, Math.max(done, total / 2), total, false, "risk.job.scoring");
    }

    private void remember(ChurnRun run, ChurnWorks.Lesson lesson, List<Long> ids) {
        Map<Long, Behaviour> all = reader.read(ids.get(0) - 1, ids.get(ids.size() - 1), run.getAsOf());
        List<Long> gone = new ArrayList<>();
        List<Long> stayed = new ArrayList<>();
        for (Long customer : ids) {
            Behaviour behaviour = all.get(customer);
            Optional<Observation> then = behaviour == null ? Optional.empty() : behaviour.on(run.getCutOn());
            if (then.isPresent()) {
                boolean left = !behaviour.boughtBetween(run.getCutOn(), run.getAsOf());
                lesson.customers.add(customer);
                lesson.rows.add(then.get());
                lesson.left.add(left);
                (left ? gone : stayed).add(customer);
            }
        }
        store.learned(run.getId(), gone, stayed);
    }

    /** Learned from two thirds, tried on the last one: a third of those who left and a third of those who stayed. */
    private Separation check(ChurnRun run, ChurnWorks.Lesson lesson) {
        List<Observation> seen = new ArrayList<>();
        List<Boolean> seenLeft = new ArrayList<>();
        List<Integer> unseen = new ArrayList<>();
        Map<Boolean, Integer> met = new HashMap<>();
        for (int i = 0; i < lesson.rows.size(); i++) {
            boolean left = lesson.left.get(i);
            if (met.merge(left, 1, Integer::sum) % CHECKED_OF == 0) {
                unseen.add(i);
            } else {
                seen.add(lesson.rows.get(i));
                seenLeft.add(left);
            }
        }
        RiskModel model = RiskFit.of(seen, seenLeft, RIDGE, FEWEST);
        List<Separation.Scored> scored = unseen.stream()
                .map(i -> new Separation.Scored(model.probability(lesson.rows.get(i)), lesson.left.get(i)))
                .toList();
        List<Integer> places = Separation.places(scored);
        Map<Integer, List<Long>> tenths = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            tenths.computeIfAbsent(places.get(i), place -> new ArrayList<>()).add(lesson.customers.get(unseen.get(i)));
        }
        tenths.forEach((place, customers) -> store.tried(run.getId(), place, customers));
        return Separation.of(scored);
    }

    private JobStep score(ChurnRun run, long after, JobContext context) {
        List<Long> ids = reader.next(after, CUSTOMERS_AT_ONCE);
        if (ids.isEmpty()) {
            store.write(run.getId(), after, Long.MAX_VALUE, List.of());
            store.onlyLesson(run.getId());
            run.complete(clock.instant());
            learned.fire(new ChancesLearned(run.getPublicId(), run.getAsOf()));
            return JobStep.finished(context.done());
        }
        long last = ids.get(ids.size() - 1);
        RiskModel model = run.model();
        Map<Long, Double> worth = reader.worth(after, last);
        List<ChurnStore.Chance> chances = new ArrayList<>();
        reader.read(after, last, run.getAsOf()).forEach((customer, behaviour) -> {
            if (ids.contains(customer)) {
                behaviour
                        .on(run.getAsOf())
                        .ifPresent(now -> chances.add(chance(
                                customer,
                                now,
                                model,
                                worth.getOrDefault(customer, 0.0),
                                behaviour.past(run.getAsOf()))));
            }
        });
        store.write(run.getId(), after, last, chances);
        run.scored(chances.size());
        long done = Math.min(context.total(), context.done() + ids.size());
        return new JobStep(SCORE + last, done, context.total(), false, "risk.job.scoring");
    }

    private static ChurnStore.Chance chance(
            long customer, Observation now, RiskModel model, double worth, Behaviour.Past past) {
        double chance = model.probability(now);
        String main = model.factors(now).stream()
                .filter(factor -> factor.logOdds() > 0)
                .map(RiskModel.Factor::feature)
                .findFirst()
                .orElse(null);
        return new ChurnStore.Chance(customer, chance, chance * Math.max(0, worth), main, past);
    }

    @Override
    public void ended(JobContext context, JobState state) {
        works.forget(context.payload());
        store.run(context.payload())
                .filter(run -> run.getState() == RunState.RUNNING)
                .ifPresent(run -> {
                    store.forgetLesson(run.getId());
                    run.fail(
                            state == JobState.CANCELLED ? "risk.failure.cancelled" : "risk.failure.failed",
                            clock.instant());
                });
    }
}
