package org.vinculo.crm.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.JobView;
import org.vinculo.crm.platform.entity.Job;
import org.vinculo.crm.shared.ConcurrentChange;

/** Work goes on from its last checkpoint, and only for the runner that holds it. */
class JobLedgerTest extends DatabaseTest {

    private static final String RUNNER = "runner-1";

    private final Count count = new Count();
    private JobLedger ledger;
    private long id;

    @BeforeEach
    void submit() {
        Instance<?> handlers = (Instance<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("stream")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return Stream.of(count);
                });
        ledger = wire(new JobLedger(), handlers);
        Job job = new Job(count.name(), "payload", "Ana", NOW);
        em.persist(job);
        em.flush();
        id = job.getId();
    }

    @Test
    void goesOnFromTheCheckpointAndEndsWithNobodyHoldingIt() {
        count.answers.add(JobStep.more("row 1", 1, 2));
        count.answers.add(JobStep.finished(2));

        assertThat(ledger.claim(id, RUNNER)).isTrue();
        assertThat(step()).isTrue();
        assertThat(step()).isFalse();

        assertThat(count.seen).containsExactly(null, "row 1");
        JobView ended = job().view();
        assertThat(ended.state()).isEqualTo(JobState.COMPLETED);
        assertThat(ended.finishedAt()).isEqualTo(NOW);
        assertThat(job().isLeasedBy(RUNNER)).isFalse();
        assertThat(ledger.claim(id, "runner-2")).as("what is over").isFalse();
    }

    @Test
    void isHeldByOneRunnerAtATime() {
        assertThat(ledger.claim(id, RUNNER)).isTrue();
        em.clear();

        assertThat(ledger.claim(id, "runner-2")).isFalse();
        assertThat(ledger.step(id, "runner-2")).isFalse();
        assertThat(count.seen).isEmpty();
    }

    @Test
    void aStepWhoseJobWasTakenAwayMeanwhileCountsNothing() {
        count.answers.add(JobStep.more("row 1", 1, 2));
        count.meanwhile = ledger::releaseAll;
        ledger.claim(id, RUNNER);
        em.clear();

        assertThatThrownBy(() -> ledger.step(id, RUNNER)).isInstanceOf(ConcurrentChange.class);
    }

    @Test
    void aKilledRunnersWorkIsTakenUpByTheNextOne() {
        count.answers.add(JobStep.more("row 1", 1, 2));
        count.answers.add(JobStep.finished(2));
        ledger.claim(id, RUNNER);
        step();

        assertThat(ledger.releaseAll()).isEqualTo(1);
        em.clear();
        assertThat(ledger.claimable(10, false)).contains(id);
        assertThat(ledger.claim(id, "runner-2")).isTrue();
        em.clear();
        ledger.step(id, "runner-2");

        assertThat(count.seen).containsExactly(null, "row 1");
    }

    private boolean step() {
        em.clear();
        return ledger.step(id, RUNNER);
    }

    private Job job() {
        em.clear();
        return em.find(Job.class, id);
    }

    private static final class Count implements JobHandler {
        private final Deque<JobStep> answers = new ArrayDeque<>();
        private final List<String> seen = new ArrayList<>();
        private Runnable meanwhile = () -> {};

        @Override
        public String name() {
            return "count";
        }

        @Override
        public JobStep step(JobContext context) {
            seen.add(context.checkpoint());
            meanwhile.run();
            return answers.remove();
        }
    }
}
