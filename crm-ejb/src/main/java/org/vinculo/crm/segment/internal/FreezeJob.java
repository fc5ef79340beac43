package org.vinculo.crm.segment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.segment.SegmentRule;
import org.vinculo.crm.segment.entity.Segment;
import org.vinculo.crm.segment.entity.SegmentSnapshot;

/** Writes the snapshot of a large segment to its end; goes on where it stopped. */
@ApplicationScoped
public class FreezeJob implements JobHandler {

    public static final String NAME = "segmentFreeze";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Snapshots snapshots;

    @Inject
    SegmentStore store;

    @Inject
    SegmentSql sql;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobStep step(JobContext context) {
        SegmentSnapshot snapshot = snapshots.byPublicId(context.payload()).orElse(null);
        if (snapshot == null || snapshot.isComplete() || snapshot.getDroppedAt() != null) {
            return JobStep.finished(context.done());
        }
        SegmentRule rule =
                RuleJson.read(em.find(Segment.class, snapshot.getSegmentId()).getRule());
        long total = context.checkpoint() == null ? store.count(sql.of(rule), snapshot.scope()) : context.total();
        snapshots.writeNext(snapshot, rule);
        if (snapshot.isComplete()) {
            return JobStep.finished(snapshot.getMembers());
        }
        return JobStep.more(Long.toString(snapshot.getLastCustomerId()), snapshot.getMembers(), total);
    }
}
