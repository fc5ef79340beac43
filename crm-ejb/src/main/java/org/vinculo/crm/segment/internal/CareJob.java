package org.vinculo.crm.segment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.segment.entity.Segment;
import org.vinculo.crm.segment.entity.SegmentSnapshot;
import org.vinculo.crm.value.ChancesLearned;
import org.vinculo.crm.value.RefreshFinished;

/** After the figures were made again: counts each segment, then removes the snapshots that nobody uses any more. */
@ApplicationScoped
public class CareJob implements JobHandler {

    public static final String NAME = "segmentCare";

    private static final String WHO = "refresh";
    private static final CustomerScope EVERYBODY = new CustomerScope(Scope.ALL, null, null);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Jobs jobs;

    @Inject
    Snapshots snapshots;

    @Inject
    SegmentStore store;

    void figuresMade(@Observes RefreshFinished finished) {
        if (!jobs.isOpen(NAME)) {
            jobs.submit(NAME, "", WHO);
        }
    }

    /** They come after the other figures, when a count of those has already begun. */
    void chancesLearned(@Observes ChancesLearned learned) {
        jobs.submit(NAME, "", WHO);
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
        long after = context.checkpoint() == null ? 0 : Long.parseLong(context.checkpoint());
        List<Segment> next = em.createQuery(
                        "select s from Segment s where s.deletedAt is null and s.id > :after order by s.id",
                        Segment.class)
                .setParameter("after", after)
                .setMaxResults(1)
                .getResultList();
        if (!next.isEmpty()) {
            Segment segment = next.get(0);
            store.counted(segment, store.count(store.criterion(segment), EVERYBODY));
            return JobStep.more(Long.toString(segment.getId()), context.done() + 1, context.total());
        }
        Optional<SegmentSnapshot> forgotten = snapshots.forgotten();
        if (forgotten.isEmpty()) {
            return JobStep.finished(context.done());
        }
        snapshots.removeNext(forgotten.get());
        return JobStep.more(Long.toString(Long.MAX_VALUE), context.done(), context.total());
    }
}
