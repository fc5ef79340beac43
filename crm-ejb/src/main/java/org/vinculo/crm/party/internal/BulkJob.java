package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.concurrent.Callable;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.StoredCaller;
import org.vinculo.crm.party.BulkState;
import org.vinculo.crm.party.CustomerListJson;
import org.vinculo.crm.party.entity.BulkChange;
import org.vinculo.crm.party.entity.BulkRun;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobStep;

/** Works through all customers of a list by their id, as whoever asked for it; the payload is {@code do:} or {@code undo:} and the run. */
@ApplicationScoped
public class BulkJob implements JobHandler {

    public static final String NAME = "customer-bulk";
    public static final String DO = "do:";
    public static final String UNDO = "undo:";

    private static final int AT_ONCE = 200;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerQuery query;

    @Inject
    BulkWork work;

    @Inject
    CurrentCaller callers;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobStep step(JobContext context) {
        BulkRun run = run(context);
        long after = context.checkpoint() == null ? 0 : Long.parseLong(context.checkpoint());
        Callable<JobStep> chunk = context.payload().startsWith(UNDO)
                ? () -> putBack(run, after, context)
                : () -> change(run, after, context);
        try {
            return callers.runAs(StoredCaller.read(run.getCaller()), chunk);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private JobStep change(BulkRun run, long after, JobContext context) {
        List<Long> ids = query.idsAfter(CustomerListJson.read(run.getSelection()), after, AT_ONCE);
        BulkWork.Outcome outcome = work.run(run, ids);
        run.count(outcome.changed(), outcome.left());
        return next(run, ids.size(), ids.isEmpty() ? after : ids.get(ids.size() - 1), context, BulkState.DONE);
    }

    private JobStep putBack(BulkRun run, long after, JobContext context) {
        List<BulkChange> changes = em.createQuery(
                        "select c from BulkChange c where c.runId = :run and c.id > :after and c.refusal is null"
                                + " order by c.id",
                        BulkChange.class)
                .setParameter("run", run.getId())
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultList();
        BulkWork.Outcome outcome = work.undo(run, changes);
        run.countUndone(outcome.changed(), outcome.left());
        long last = changes.isEmpty() ? after : changes.get(changes.size() - 1).getId();
        return next(run, changes.size(), last, context, BulkState.UNDONE);
    }

    private static JobStep next(BulkRun run, int size, long last, JobContext context, BulkState end) {
        long done = context.done() + size;
        if (size < AT_ONCE) {
            run.become(end);
            return JobStep.finished(done);
        }
        return JobStep.more(
                Long.toString(last),
                done,
                Math.max(done, run.view(java.time.Instant.EPOCH).expected()));
    }

    @Override
    public void ended(JobContext context, JobState state) {
        run(context).become(BulkState.FAILED);
    }

    private BulkRun run(JobContext context) {
        String publicId = context.payload().substring(context.payload().indexOf(':') + 1);
        return em.createQuery("select r from BulkRun r where r.publicId = :id", BulkRun.class)
                .setParameter("id", publicId)
                .getSingleResult();
    }
}
