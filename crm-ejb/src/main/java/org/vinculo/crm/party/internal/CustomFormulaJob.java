package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobStep;

/** Computes the formulas of all customers anew, after one of them was written differently. */
@ApplicationScoped
public class CustomFormulaJob implements JobHandler {

    public static final String NAME = "custom-formula";

    private static final int AT_ONCE = 300;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomBook book;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobStep step(JobContext context) {
        long after = context.checkpoint() == null ? 0 : Long.parseLong(context.checkpoint());
        List<Long> ids = em.createQuery(
                        "select distinct v.customerId from CustomValue v where v.customerId > :after order by v.customerId",
                        Long.class)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultList();
        book.compute(ids);
        long done = context.done() + ids.size();
        return ids.size() < AT_ONCE
                ? JobStep.finished(done)
                : JobStep.more(Long.toString(ids.get(ids.size() - 1)), done, 0);
    }
}
