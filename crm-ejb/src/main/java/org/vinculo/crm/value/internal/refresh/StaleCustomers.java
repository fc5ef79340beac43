package org.vinculo.crm.value.internal.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.vinculo.crm.purchase.PurchasesChanged;

/** Remembers whose purchases changed after their figures were made. */
@ApplicationScoped
public class StaleCustomers {

    /** From so many on a whole refresh is quicker, and the models are due. */
    private static final int MANY = 2000;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Bulk bulk;

    @Inject
    Clock clock;

    public void onPurchases(@Observes PurchasesChanged changed) {
        mark(changed.customers());
    }

    /** Their figures are made again soon, if there are figures at all. */
    public void mark(Collection<Long> customers) {
        boolean figures = !em.createQuery("select r.id from ValueRun r order by r.id", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
        if (figures) {
            Instant now = clock.instant();
            bulk.write(
                    RefreshSql.MARK_STALE, customers, (args, id) -> args.set(id).set(now));
        }
    }

    boolean isEmpty() {
        return count(1) == 0;
    }

    boolean areMany() {
        return count(MANY) == MANY;
    }

    private long count(int upTo) {
        long[] count = new long[1];
        bulk.read(RefreshSql.COUNT_STALE, args -> args.set(upTo), row -> count[0] = row.getLong(1));
        return count[0];
    }
}
