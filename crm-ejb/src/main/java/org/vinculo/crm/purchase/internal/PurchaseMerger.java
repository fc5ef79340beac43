package org.vinculo.crm.purchase.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;
import org.vinculo.crm.party.MergeRun.Row;

/** Purchases move with their lines. A document number that both have stays two purchases: neither amount is lost. */
@ApplicationScoped
public class PurchaseMerger implements CustomerMerger {

    private static final String PURCHASE = "purchase";
    private static final String SUM = "purchase_sum";
    private static final String KEY = "purchase_key";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    PurchaseSums sums;

    @Override
    public Set<String> tables() {
        return Set.of(PURCHASE, SUM, "purchase_line", "search_record");
    }

    @Override
    public void merge(MergeRun run) {
        List<Row> theirs = run.rows(PURCHASE, run.merged());
        if (!theirs.isEmpty()) {
            Set<String> keys = run.rows(PURCHASE, run.survivor()).stream()
                    .map(row -> row.get(KEY))
                    .collect(Collectors.toSet());
            theirs.stream()
                    .filter(row -> keys.contains(row.get(KEY)))
                    .forEach(row -> run.change(PURCHASE, row, Map.of(KEY, "merged " + row.id())));
        }
        run.move(PURCHASE);
        run.move("purchase_line");
        run.remove(SUM);
        sums.follow(List.of(run.survivor(), run.merged()));
        findAt(run.survivor(), run.merged());
    }

    @Override
    public void split(MergeRun run) {
        sums.follow(List.of(run.survivor(), run.merged()));
        findAt(run.merged(), run.survivor());
    }

    /** The search finds the purchases of a customer there, no longer at another. */
    private void findAt(long customer, long other) {
        em.createNativeQuery("update search_record set customer_id = ?1 where kind = ?2 and customer_id = ?3"
                        + " and record_id in (select p.id from purchase p where p.customer_id = ?1)")
                .setParameter(1, customer)
                .setParameter(2, PurchaseRecords.KIND)
                .setParameter(3, other)
                .executeUpdate();
    }
}
