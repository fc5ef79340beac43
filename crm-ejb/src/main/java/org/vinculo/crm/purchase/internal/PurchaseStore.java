package org.vinculo.crm.purchase.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.purchase.PurchaseFigures;
import org.vinculo.crm.purchase.PurchaseKind;
import org.vinculo.crm.purchase.PurchaseView;
import org.vinculo.crm.purchase.entity.Purchase;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.PublicId;
import org.vinculo.crm.shared.ReadOnce;
import org.vinculo.crm.shared.SqlText;

/** Reads purchases; every query is one range of an index of the customer, sums are rows of {@link PurchaseSums}. */
@ApplicationScoped
public class PurchaseStore {

    private static final int MOST_RETURNS = 100;
    private static final String NEWEST_FIRST =
            "select p.* from purchase p --DERBY-PROPERTIES index=purchase_customer_at\n where p.customer_id = ";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    public Page<PurchaseView> page(long customerId, PageRequest page) {
        PurchaseSort sort = PurchaseSort.of(page.sort());
        boolean ascending = page.sort() != null && page.sort().ascending();
        List<Purchase> rows = sort == PurchaseSort.AT && !ascending
                ? newest(customerId, page)
                : sorted(customerId, sort, ascending, page);
        List<PurchaseView> items = rows.stream().map(Purchase::view).toList();
        PurchaseFigures figures = figures(customerId);
        return new Page<>(items, Math.toIntExact(figures.count() + figures.returns()), false);
    }

    @SuppressWarnings("unchecked")
    private List<Purchase> newest(long customerId, PageRequest page) {
        SqlText sql = SqlText.empty().sqlPart(NEWEST_FIRST).value(customerId);
        sql.sqlPart(" order by p.purchased_at desc, p.id desc offset ").value(page.first());
        sql.sqlPart(" rows fetch next ").value(page.size()).sqlPart(" rows only");
        return sql.fill(em.createNativeQuery(sql.sql(), Purchase.class)).getResultList();
    }

    private List<Purchase> sorted(long customerId, PurchaseSort sort, boolean ascending, PageRequest page) {
        String direction = ascending ? " asc" : " desc";
        return em.createQuery(
                        "select p from Purchase p where p.customerId = :customer order by " + sort.path() + direction
                                + ", p.id" + direction,
                        Purchase.class)
                .setParameter("customer", customerId)
                .setFirstResult(page.first())
                .setMaxResults(page.size())
                .getResultList();
    }

    public Optional<Purchase> find(String publicId) {
        if (!PublicId.isWellFormed(publicId)) {
            return Optional.empty();
        }
        return em.createQuery("select p from Purchase p where p.publicId = :publicId", Purchase.class)
                .setParameter("publicId", publicId)
                .getResultStream()
                .findFirst();
    }

    /** The newest ones before a place in the order {@code at desc, id desc}. */
    @SuppressWarnings("unchecked")
    public List<Purchase> before(long customerId, Instant at, long idBelow, int limit) {
        SqlText sql = SqlText.empty().sqlPart(NEWEST_FIRST).value(customerId);
        sql.sqlPart(" and p.purchased_at <= ").value(at).sqlPart(" and (p.purchased_at < ");
        sql.value(at).sqlPart(" or p.id < ").value(idBelow);
        sql.sqlPart(") order by p.purchased_at desc, p.id desc fetch first ")
                .value(limit)
                .sqlPart(" rows only");
        return sql.fill(em.createNativeQuery(sql.sql(), Purchase.class)).getResultList();
    }

    public PurchaseFigures figures(long customerId) {
        return ReadOnce.of(List.of(PurchaseStore.class, "figures", customerId), () -> sums(customerId));
    }

    private PurchaseFigures sums(long customerId) {
        return figures(List.of(customerId)).getOrDefault(customerId, figuresOf(List.of()));
    }

    /** Sums of many customers at once, for lists: customer to figures; who bought nothing is left out. */
    public Map<Long, PurchaseFigures> figures(Collection<Long> customerIds) {
        Map<Long, List<Object[]>> rows = new HashMap<>();
        if (!customerIds.isEmpty()) {
            SqlText sql = SqlText.empty()
                    .sqlPart("select customer_id, currency, kind, documents, net_total, first_on, last_on"
                            + " from purchase_sum where customer_id in (")
                    .values(customerIds)
                    .sqlPart(")");
            for (Object each : sql.fill(em.createNativeQuery(sql.sql())).getResultList()) {
                Object[] row = (Object[]) each;
                rows.computeIfAbsent(((Number) row[0]).longValue(), id -> new ArrayList<>())
                        .add(row);
            }
        }
        Map<Long, PurchaseFigures> figures = new HashMap<>();
        rows.forEach((id, ofCustomer) -> figures.put(id, figuresOf(ofCustomer)));
        return figures;
    }

    private static PurchaseFigures figuresOf(List<Object[]> rows) {
        long sales = 0;
        long returns = 0;
        LocalDate first = null;
        LocalDate last = null;
        Map<String, BigDecimal> totals = new HashMap<>();
        Map<String, Long> counts = new HashMap<>();
        for (Object[] row : rows) {
            long count = ((Number) row[3]).longValue();
            totals.merge((String) row[1], (BigDecimal) row[4], BigDecimal::add);
            counts.merge((String) row[1], count, Long::sum);
            if (PurchaseKind.valueOf((String) row[2]) == PurchaseKind.RETURN) {
                returns += count;
            } else {
                sales += count;
                first = first == null || day(row[5]).isBefore(first) ? day(row[5]) : first;
                last = last == null || day(row[6]).isAfter(last) ? day(row[6]) : last;
            }
        }
        List<Money> amounts = totals.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, BigDecimal> entry) -> counts.get(entry.getKey()))
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Money(entry.getValue(), entry.getKey()))
                .toList();
        return new PurchaseFigures(sales, returns, amounts, first, last);
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    /** Until the end of the transaction nobody else gives back of it, corrects it or takes it out. */
    public void hold(Purchase purchase) {
        em.lock(purchase, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What was given back of a sale, the oldest first. */
    public List<Purchase> returnsOf(Purchase sale) {
        return em.createQuery(
                        "select p from Purchase p where p.returnOf = :sale and p.customerId = :customer order by p.on, p.id",
                        Purchase.class)
                .setParameter("sale", sale.getPublicId())
                .setParameter("customer", sale.getCustomerId())
                .setMaxResults(MOST_RETURNS)
                .getResultList();
    }

    /** Whether the customer has a purchase with this key already. */
    public boolean hasKey(long customerId, String purchaseKey) {
        return !em.createQuery(
                        "select p.id from Purchase p where p.purchaseKey = :key and p.customerId = :customer",
                        Long.class)
                .setParameter("key", purchaseKey)
                .setParameter("customer", customerId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
