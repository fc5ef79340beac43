package org.vinculo.crm.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobView;
import org.vinculo.crm.platform.Jobs;

/** Long work in the container: it runs after the commit, and goes on where a dead runner stopped. */
@ExtendWith(ArquillianExtension.class)
class JobKernelIT {

    @Inject
    Jobs jobs;

    @Inject
    CountingJob counting;

    @Inject
    SubmissionListener listener;

    @Inject
    Database database;

    @Inject
    UserTransaction transaction;

    @Test
    void aJobRunsToItsEnd() throws Exception {
        transaction.begin();
        String id = jobs.submit("test.counting", "whole", "test");
        transaction.commit();

        JobView job = awaitEnd(id);

        assertThat(job.state()).isEqualTo(JobState.COMPLETED);
        assertThat(counting.said("whole")).hasSize(CountingJob.END);
    }

    @Test
    void theWorkOfADeadRunnerGoesOnAtItsCheckpoint() throws Exception {
        transaction.begin();
        String id = jobs.submit("test.counting", "resumed", "test");
        database.change(
                "update Job j set j.state = ?1, j.checkpoint = ?2, j.leaseOwner = ?3, j.leaseUntil = ?4"
                        + " where j.publicId = ?5",
                JobState.RUNNING,
                "6",
                "a dead runner",
                Instant.parse("2020-01-01T00:00:00Z"),
                id);
        transaction.commit();

        JobView job = awaitEnd(id);

        assertThat(job.state()).isEqualTo(JobState.COMPLETED);
        assertThat(counting.said("resumed")).containsExactly("resumed 7", "resumed 8", "resumed 9", "resumed 10");
    }

    @Test
    void submissionIsToldToOthersAfterTheCommitOnly() throws Exception {
        transaction.begin();
        String kept = jobs.submit("test.counting", "kept", "test");
        assertThat(listener.heard()).doesNotContain(kept);
        transaction.commit();
        transaction.begin();
        String dropped = jobs.submit("test.counting", "dropped", "test");
        transaction.rollback();

        assertThat(listener.heard()).contains(kept).doesNotContain(dropped);
        assertThat(jobs.find(dropped)).isEmpty();
        awaitEnd(kept);
    }

    private JobView awaitEnd(String id) throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            Optional<JobView> job = jobs.find(id).filter(view -> view.finishedAt() != null);
            if (job.isPresent()) {
                return job.get();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The job does not end: " + jobs.find(id));
    }
}
