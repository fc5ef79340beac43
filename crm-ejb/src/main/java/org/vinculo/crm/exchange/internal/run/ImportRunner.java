package org.vinculo.crm.exchange.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.entity.ImportJob;
import org.vinculo.crm.exchange.internal.file.ReadLimits;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.file.UnreadableFile;
import org.vinculo.crm.exchange.internal.match.ImportPlan;
import org.vinculo.crm.exchange.internal.match.ProfileJson;
import org.vinculo.crm.party.CustomersArrived;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;

/**
 * Imports a file chunk by chunk. The checkpoint is the number of rows that are through; it is stored with the rows of
 * the chunk, their counts and everything that an undo needs. After a kill the file is read from the start up to the
 * checkpoint, so that equal rows are counted as before.
 */
@ApplicationScoped
public class ImportRunner implements JobHandler {

    public static final String NAME = "import";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    ImportFiles files;

    @Inject
    RunStates states;

    @Inject
    Defaults defaults;

    @Inject
    @Any
    Instance<ChunkWorker> workers;

    @Inject
    Event<CustomersArrived> arrived;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobStep step(JobContext context) {
        ImportJob job = find(em, context.payload());
        if (job.getState().isOver()) {
            return JobStep.finished(job.counts().read());
        }
        long row = context.checkpoint() == null ? 0 : Long.parseLong(context.checkpoint());
        ChunkWorker worker = worker(job.getKind());
        Assignment assignment = assignment(job);
        RunState state = null;
        List<SourceRow> rows;
        try {
            state = open(job, row, worker, assignment);
            rows = state.read(worker.size());
        } catch (UnreadableFile unreadable) {
            return failed(job, state, unreadable.code());
        } catch (InvalidInput noPlan) {
            return failed(job, state, "exchange.failure.profile");
        } catch (IOException failure) {
            if (state != null) {
                RunStates.close(state);
            }
            throw new UncheckedIOException(failure);
        }
        return proceed(job, state, rows, worker, assignment);
    }

    private JobStep proceed(
            ImportJob job, RunState state, List<SourceRow> rows, ChunkWorker worker, Assignment assignment) {
        Trace trace = new Trace(job.getId());
        boolean written = false;
        try {
            worker.work(rows, state, assignment, trace);
            trace.store(em);
            job.proceed(trace.counts(), trace.money(), clock.instant());
            em.flush();
            written = true;
        } catch (RuntimeException failure) {
            throw Conflicts.askForAnotherTry(failure);
        } finally {
            if (!written) {
                RunStates.close(state);
            }
        }
        if (rows.size() < worker.size()) {
            job.finish(clock.instant());
            RunStates.close(state);
            if (!job.isTrial() && job.getKind() == ImportKind.CUSTOMERS) {
                arrived.fire(new CustomersArrived(job.getStartedBy()));
            }
            return JobStep.finished(state.rows());
        }
        states.keep(job.getPublicId(), state);
        return JobStep.more(
                String.valueOf(state.rows()), state.rows(), job.view().expected());
    }

    /** The import behind a job's payload, which is its public id. */
    static ImportJob find(EntityManager em, String publicId) {
        return em.createQuery("select i from ImportJob i join fetch i.file where i.publicId = :id", ImportJob.class)
                .setParameter("id", publicId)
                .getSingleResult();
    }

    private RunState open(ImportJob job, long row, ChunkWorker worker, Assignment assignment) throws IOException {
        RunState state = states.take(job.getPublicId(), row);
        if (state != null) {
            return state;
        }
        if (!job.getFile().isKept()) {
            throw new UnreadableFile("exchange.failure.fileGone");
        }
        ImportPlan plan = ImportPlan.of(
                files.path(job.getFile().getStoredName()),
                job.getKind(),
                ProfileJson.read(job.getProfile()),
                defaults.decided());
        state = new RunState(plan, ReadLimits.DEFAULT.withMaxFileBytes(settings.maxUploadBytes()));
        while (state.rows() < row) {
            List<SourceRow> passed = state.read((int) Math.min(worker.size(), row - state.rows()));
            if (passed.isEmpty()) {
                throw new UnreadableFile("exchange.failure.fileChanged");
            }
            for (SourceRow each : passed) {
                worker.pass(each, state, assignment);
            }
        }
        return state;
    }

    private JobStep failed(ImportJob job, RunState state, String reason) {
        if (state != null) {
            RunStates.close(state);
        }
        job.fail(reason, clock.instant());
        return JobStep.finished(job.counts().read());
    }

    @Override
    public void ended(JobContext context, JobState state) {
        states.forget(context.payload());
        ImportJob job = find(em, context.payload());
        if (!job.getState().isOver()) {
            job.fail(
                    state == JobState.CANCELLED ? "exchange.failure.cancelled" : "exchange.failure.internal",
                    clock.instant());
        }
    }

    private Assignment assignment(ImportJob job) {
        return new Assignment(
                job.isTrial(),
                job.getStartedBy(),
                job.getTeamId(),
                clock.instant(),
                LocalDate.ofInstant(clock.instant(), settings.zone()));
    }

    private ChunkWorker worker(ImportKind kind) {
        return workers.stream()
                .filter(worker -> worker.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody imports " + kind));
    }
}
