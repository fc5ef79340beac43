package org.vinculo.crm.purchase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was bought together, for rooms that compute over all purchases. A basket is a sale with at least one product of
 * which something was sold, to a customer who is still there; nobody's reach is asked.
 */
@ApplicationScoped
public class PurchaseBaskets {

    private static final int MOST_OWNED = 500;
    private static final int MOST_LINES = 1000;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    /**
     * A product in a basket.
     *
     * @param name what the line calls the product, or null
     */
    public record Item(long purchaseId, String product, String name) {}

    /**
     * Some baskets, whole ones.
     *
     * @param items of all of them, basket by basket
     * @param last where to go on
     * @param finished whether there are no more
     */
    public record Slice(List<Item> items, long last, boolean finished) {}

    /** How many sales there are. */
    public long sales() {
        return em.createQuery("select count(p) from Purchase p where p.kind = :sale", Long.class)
                .setParameter("sale", PurchaseKind.SALE)
                .getSingleResult();
    }

    /** A number that changes with every line that is added, 0 without any. */
    public long newestLine() {
        Long newest = em.createQuery("select max(l.id) from PurchaseLine l", Long.class)
                .getSingleResult();
        return newest == null ? 0 : newest;
    }

    /** The baskets of the next sales after one, 0 for the first. */
    public Slice after(long purchaseId, int sales) {
        List<Long> ids = em.createQuery(
                        "select p.id from Purchase p where p.id > :last and p.kind = :sale order by p.id", Long.class)
                .setParameter("last", purchaseId)
                .setParameter("sale", PurchaseKind.SALE)
                .setMaxResults(sales)
                .getResultList();
        if (ids.isEmpty()) {
            return new Slice(List.of(), purchaseId, true);
        }
        long last = ids.get(ids.size() - 1);
        Set<Long> present = new HashSet<>(ids);
        ofDeleted(purchaseId, last).forEach(present::remove);
        return new Slice(items(purchaseId, last, present), last, ids.size() < sales);
    }

    private List<Long> ofDeleted(long first, long last) {
        List<?> rows = em.createNativeQuery("select p.id from purchase p inner join customer c on c.id = p.customer_id"
                        + " where p.id > ?1 and p.id <= ?2 and c.deleted_at is not null")
                .setParameter(1, first)
                .setParameter(2, last)
                .getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }

    /** In SQL, and returns left out here: JPQL would join the purchases, which costs a hundred times as much. */
    private List<Item> items(long first, long last, Set<Long> sales) {
        List<?> rows = em.createNativeQuery("select purchase_id, product, description from purchase_line"
                        + " where purchase_id > ?1 and purchase_id <= ?2 and product is not null and quantity > 0"
                        + " order by purchase_id, id")
                .setParameter(1, first)
                .setParameter(2, last)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .filter(row -> sales.contains(((Number) row[0]).longValue()))
                .map(row -> new Item(((Number) row[0]).longValue(), (String) row[1], (String) row[2]))
                .toList();
    }

    /** The products on the 1,000 newest lines of a customer, 500 of them at most. */
    public Set<String> owned(long customerId) {
        List<?> rows = em.createNativeQuery(
                        "select t.product from (select l.id, l.product, l.quantity from purchase_line l"
                                + " --DERBY-PROPERTIES index=purchase_line_customer\n where l.customer_id = ?1"
                                + " order by l.id desc fetch first " + MOST_LINES + " rows only) t"
                                + " where t.product is not null and t.quantity > 0 group by t.product"
                                + " order by max(t.id) desc fetch first " + MOST_OWNED + " rows only")
                .setParameter(1, customerId)
                .getResultList();
        return rows.stream().map(String.class::cast).collect(Collectors.toSet());
    }
}
