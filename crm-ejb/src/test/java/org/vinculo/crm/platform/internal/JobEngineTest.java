package org.vinculo.crm.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.platform.JobActor;

/** What becomes of jobs on a bad day of the database. */
class JobEngineTest {

    private final Ledger ledger = new Ledger();
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final JobEngine engine = engine();

    @Test
    void claimsThatFailDoNotCostThePlaceOfAJob() {
        ledger.waiting.add(7L);
        ledger.failingClaims = 5;
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(engine::look).isInstanceOf(PersistenceException.class);
        }

        engine.look();
        threads.remove().run();

        assertThat(ledger.steps).containsExactly(7L);
    }

    @Test
    void workInTheBackgroundLeavesThePlacesToThoseWhoWait() {
        ledger.behind.addAll(List.of(1L, 2L, 3L));
        engine.look();
        assertThat(threads).hasSize(1);

        ledger.waiting.add(7L);
        engine.look();

        assertThat(threads).hasSize(2);
    }

    @Test
    void theJobThisServerWorksAtIsNotBegunASecondTimeWhenItsLeaseRanOut() {
        ledger.waiting.add(7L);
        engine.look();

        engine.tick();

        assertThat(threads).hasSize(1);
        assertThat(ledger.renewed).containsExactly(7L);
    }

    @Test
    void aStepThatMetADatabaseThatWasAwayIsTriedAgain() {
        ledger.waiting.add(7L);
        ledger.failingSteps.add(new SQLException("away", "08006"));
        ledger.failingSteps.add(new SQLException("locked", "40XL1"));
        engine.look();

        threads.remove().run();

        assertThat(ledger.steps).containsExactly(7L);
        assertThat(ledger.failed).isEmpty();
    }

    @Test
    void aStepThatSomebodyElseWasFasterThanIsTriedAgain() {
        ledger.waiting.add(7L);
        ledger.failingSteps.add(new SQLException("there is one already", "23505"));
        engine.look();

        threads.remove().run();

        assertThat(ledger.steps).containsExactly(7L);
        assertThat(ledger.failed).isEmpty();
    }

    @Test
    void aStepThatMakesTheSameTwiceByItselfEndsTheJob() {
        ledger.waiting.add(7L);
        for (int i = 0; i < 10; i++) {
            ledger.failingSteps.add(new SQLException("there is one already", "23505"));
        }
        engine.look();

        threads.remove().run();

        assertThat(ledger.failed).containsExactly(7L);
    }

    @Test
    void aStepThatAskedForNonsenseEndsTheJobAtOnce() {
        ledger.waiting.add(7L);
        ledger.failingSteps.add(new SQLException("no such column", "42X04"));
        engine.look();

        threads.remove().run();

        assertThat(ledger.failed).containsExactly(7L);
    }

    @Test
    void whenAStopIsAskedNothingNewIsBegunAndWhatRunsEndsWithItsStep() {
        ledger.waiting.add(7L);
        ledger.stepsLeft = 3;
        engine.look();
        ledger.onStep = JobEngineTest::askToStop;
        ledger.waiting.add(8L);

        threads.remove().run();
        engine.tick();

        assertThat(ledger.steps).containsExactly(7L);
        assertThat(threads).isEmpty();
        assertThat(ledger.failed).isEmpty();
    }

    @Test
    void aStepThatFailsBecauseEverythingGoesDownIsDoneAtTheNextStart() {
        ledger.waiting.add(7L);
        ledger.failingSteps.add(new SQLException("closed", "08003"));
        ledger.onStep = JobEngineTest::askToStop;
        engine.look();

        threads.remove().run();

        assertThat(ledger.failed).isEmpty();
        assertThat(ledger.waiting).containsExactly(7L);
    }

    private static void askToStop() {
        System.setProperty("crm.stopping", "true");
    }

    @AfterEach
    void goOn() {
        System.clearProperty("crm.stopping");
    }

    private JobEngine engine() {
        JobEngine made = new JobEngine();
        made.ledger = ledger;
        made.clock = Clock.systemUTC();
        made.actor = new JobActor() {
            @Override
            public <T> T runAs(String job, Callable<T> work) throws Exception {
                return work.call();
            }
        };
        made.executor = (ManagedExecutorService) Proxy.newProxyInstance(
                JobEngineTest.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> threads.add((Runnable) arguments[0]) ? null : null);
        return made;
    }

    private static final class Ledger extends JobLedger {

        private final List<Long> waiting = new ArrayList<>();
        private final List<Long> behind = new ArrayList<>();
        private final Queue<SQLException> failingSteps = new ArrayDeque<>();
        private final List<Long> steps = new ArrayList<>();
        private final List<Long> failed = new ArrayList<>();
        private Set<Long> renewed = Set.of();
        private Runnable onStep = () -> {};
        private int failingClaims;
        private int stepsLeft = 1;

        @Override
        public List<Long> claimable(int atMost, boolean background) {
            return List.copyOf(background ? behind : waiting);
        }

        @Override
        public boolean claim(long id, String runner) {
            if (failingClaims-- > 0) {
                throw new PersistenceException(new SQLException("locked", "40XL1"));
            }
            return true;
        }

        @Override
        public void renew(Set<Long> ids, String runner) {
            renewed = ids;
        }

        @Override
        public Optional<String> handlerOf(long id, String runner) {
            return Optional.of("test");
        }

        @Override
        public boolean step(long id, String runner) {
            onStep.run();
            if (!failingSteps.isEmpty()) {
                throw new PersistenceException(failingSteps.remove());
            }
            steps.add(id);
            if (--stepsLeft > 0) {
                return true;
            }
            waiting.remove(id);
            behind.remove(id);
            return false;
        }

        @Override
        public void fail(long id, String runner, String message) {
            failed.add(id);
            waiting.remove(id);
        }
    }
}
