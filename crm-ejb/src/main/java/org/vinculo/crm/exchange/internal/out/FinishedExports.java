package org.vinculo.crm.exchange.internal.out;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.vinculo.crm.exchange.ExportState;
import org.vinculo.crm.exchange.entity.ExportJob;

/** Exported files that can still be fetched. Any of them may hold any customer, and each can be made again. */
@ApplicationScoped
public class FinishedExports {

    private static final int MOST = 1000;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    ExportFiles files;

    public List<ExportJob> finished() {
        return em.createQuery("select e from ExportJob e where e.state = :there order by e.id", ExportJob.class)
                .setParameter("there", ExportState.COMPLETED)
                .setMaxResults(MOST)
                .getResultList();
    }

    public void remove() {
        for (ExportJob export : finished()) {
            files.delete(export.getStoredName());
            export.expire();
        }
    }
}
