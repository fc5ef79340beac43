package org.vinculo.crm.exchange.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.exchange.entity.ImportChanged;
import org.vinculo.crm.exchange.entity.ImportCreated;
import org.vinculo.crm.exchange.entity.ImportJob;
import org.vinculo.crm.exchange.entity.Traced;
import org.vinculo.crm.interaction.InteractionImport;
import org.vinculo.crm.party.CustomerImport;
import org.vinculo.crm.party.CustomerJson;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.purchase.PurchaseImport;

/**
 * Takes an import back, the last deed first. Each step forgets the traces that it followed, in the same transaction, so
 * that an interrupted undo goes on where it was.
 */
@ApplicationScoped
public class UndoRunner implements JobHandler {

    public static final String NAME = "importUndo";

    private static final int CHANGES_AT_ONCE = 200;
    private static final int CUSTOMERS_AT_ONCE = 250;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CustomerImport customers;

    @Inject
    PurchaseImport purchases;

    @Inject
    InteractionImport interactions;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobStep step(JobContext context) {
        ImportJob job = ImportRunner.find(em, context.payload());
        long done = context.done();
        for (Traced what : Traced.values()) {
            List<ImportChanged> changed = changed(job, what);
            if (!changed.isEmpty()) {
                job.leave(restore(changed, what, job.getUndoneBy()));
                changed.forEach(em::remove);
                return next(context, done + changed.size());
            }
            List<ImportCreated> created = created(job, what);
            if (!created.isEmpty()) {
                int count = remove(created.get(0), job);
                em.remove(created.get(0));
                return next(context, done + count);
            }
        }
        job.undone(clock.instant());
        return JobStep.finished(done);
    }

    private static JobStep next(JobContext context, long done) {
        return JobStep.more(null, done, Math.max(done, context.total()));
    }

    private List<ImportChanged> changed(ImportJob job, Traced what) {
        return em.createQuery(
                        "select c from ImportChanged c where c.importId = :job and c.what = :what order by c.id desc",
                        ImportChanged.class)
                .setParameter("job", job.getId())
                .setParameter("what", what)
                .setMaxResults(CHANGES_AT_ONCE)
                .getResultList();
    }

    private List<ImportCreated> created(ImportJob job, Traced what) {
        return em.createQuery(
                        "select c from ImportCreated c where c.importId = :job and c.what = :what order by c.id desc",
                        ImportCreated.class)
                .setParameter("job", job.getId())
                .setParameter("what", what)
                .setMaxResults(1)
                .getResultList();
    }

    /** @return how many were left because somebody changed them since */
    private int restore(List<ImportChanged> changed, Traced what, String by) {
        if (what == Traced.PURCHASE_LINE) {
            return purchases
                    .undo(changed.stream()
                            .map(each -> new PurchaseImport.LineUndo(
                                    each.getEntityId(), each.getVersionAfter(), LineJson.read(each.getStateBefore())))
                            .toList())
                    .size();
        }
        return customers
                .undo(
                        changed.stream()
                                .map(each -> new CustomerImport.Undo(
                                        each.getEntityId(),
                                        each.getVersionAfter(),
                                        CustomerJson.read(each.getStateBefore()),
                                        each.isWasDeleted()))
                                .toList(),
                        by)
                .size();
    }

    private int remove(ImportCreated created, ImportJob job) {
        return switch (created.getWhat()) {
            case PURCHASE_LINE -> {
                List<PurchaseImport.LineUndo> undos = created.made().stream()
                        .map(made -> new PurchaseImport.LineUndo(made.id(), made.version(), null))
                        .toList();
                job.leave(purchases.undo(undos).size());
                yield undos.size();
            }
            case INTERACTION -> {
                interactions.remove(created.names());
                yield created.names().size();
            }
            case CUSTOMER -> {
                removeCustomers(created.made(), job);
                yield created.made().size();
            }
        };
    }

    /** A customer who has bought elsewhere meanwhile stays. */
    private void removeCustomers(List<ImportCreated.Made> made, ImportJob job) {
        for (int from = 0; from < made.size(); from += CUSTOMERS_AT_ONCE) {
            List<ImportCreated.Made> some = made.subList(from, Math.min(made.size(), from + CUSTOMERS_AT_ONCE));
            Set<Long> busy = purchases.withPurchases(
                    some.stream().map(ImportCreated.Made::id).toList());
            List<CustomerImport.Undo> undos = new ArrayList<>();
            for (ImportCreated.Made each : some) {
                if (!busy.contains(each.id())) {
                    undos.add(new CustomerImport.Undo(each.id(), each.version(), null, false));
                }
            }
            job.leave(busy.size() + customers.undo(undos, job.getUndoneBy()).size());
        }
    }

    @Override
    public void ended(JobContext context, JobState state) {
        ImportRunner.find(em, context.payload()).undoFailed();
    }
}
