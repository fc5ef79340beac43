package org.vinculo.crm.party.internal.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.MergedRecord;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobStep;

/**
 * Fetches what was written for the merged record while it was being merged: whoever had it open waited for the merge and
 * wrote to the number that they knew.
 */
@ApplicationScoped
public class MergeFollowJob implements JobHandler {

    public static final String NAME = "merge-follow";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<CustomerMerger> mergers;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobStep step(JobContext context) {
        MergedRecord merge = em.createQuery("select m from MergedRecord m where m.publicId = :id", MergedRecord.class)
                .setParameter("id", context.payload())
                .getSingleResult();
        MergeDesk.lock(
                em, em.find(Customer.class, merge.getSurvivorId()), em.find(Customer.class, merge.getMergedId()));
        em.refresh(merge);
        if (merge.getSplitAt() == null) {
            RowMerge run = new RowMerge(em, merge, merge.getMergedBy(), clock.instant(), true);
            mergers.forEach(merger -> merger.merge(run));
            merge.moved(merge.getMovedRows() + run.movedRows());
        }
        return JobStep.finished(1);
    }
}
