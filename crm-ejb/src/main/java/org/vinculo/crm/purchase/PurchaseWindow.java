package org.vinculo.crm.purchase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vinculo.crm.purchase.entity.Purchase;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/**
 * A customer's purchases of a time in sums, for rooms that compute over them; nobody's reach is asked. A cancelled document
 * above zero is neither sold nor taken back.
 */
@ApplicationScoped
public class PurchaseWindow {

    private static final int COUNTED = 10_000;
    private static final String OF_WINDOW =
            " from Purchase p where p.customerId = :customer and p.at >= :soon and p.on >= :from and p.on <= :until";
    private static final String OF_KIND = OF_WINDOW + " and p.kind = :kind";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    /**
     * What was sold and taken back in one currency.
     *
     * @param sold what the customer paid for sales, after discounts
     * @param discounts what was taken off the prices of those sales
     * @param returned what was given back, 0 or more
     * @param cost of the goods that left and did not come back, as far as it is known
     * @param sales number of sales
     * @param withoutCost sales of which the cost is not known
     */
    public record Sum(
            String currency,
            BigDecimal sold,
            BigDecimal discounts,
            BigDecimal returned,
            BigDecimal cost,
            long sales,
            long withoutCost) {

        private Sum plus(Sum other) {
            return new Sum(
                    currency,
                    sold.add(other.sold),
                    discounts.add(other.discounts),
                    returned.add(other.returned),
                    cost.add(other.cost),
                    sales + other.sales,
                    withoutCost + other.withoutCost);
        }
    }

    /** One sum a currency; first and last day are in the window. */
    public List<Sum> sums(long customer, LocalDate from, LocalDate until) {
        Map<String, Sum> sums = new TreeMap<>();
        em.createQuery(
                        "select p.currency, p.kind, sum(p.netTotal), sum(p.costTotal), count(p), count(p.costTotal),"
                                + " sum(p.discountTotal)" + OF_WINDOW
                                + " and (p.kind = :sale or p.netTotal < 0) group by p.currency, p.kind",
                        Object[].class)
                .setParameter("customer", customer)
                .setParameter("soon", soon(from))
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("sale", PurchaseKind.SALE)
                .getResultList()
                .forEach(row -> sums.merge((String) row[0], part(row), Sum::plus));
        return List.copyOf(sums.values());
    }

    /**
     * The index of a customer's purchases is in the order of their moments: nothing of a day, wherever it was, happened
     * before this one.
     */
    private static Instant soon(LocalDate day) {
        return day.minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** What the sales of a currency, or its returns, add to its sum. */
    private static Sum part(Object[] row) {
        BigDecimal net = (BigDecimal) row[2];
        BigDecimal cost = orZero(row[3]);
        long documents = (Long) row[4];
        return row[1] == PurchaseKind.SALE
                ? new Sum(
                        (String) row[0],
                        net,
                        orZero(row[6]),
                        BigDecimal.ZERO,
                        cost,
                        documents,
                        documents - (Long) row[5])
                : new Sum((String) row[0], BigDecimal.ZERO, BigDecimal.ZERO, net.negate(), cost, 0, 0);
    }

    private static BigDecimal orZero(Object sum) {
        return sum == null ? BigDecimal.ZERO : (BigDecimal) sum;
    }

    /** The documents, newest first. */
    public Page<PurchaseView> page(
            long customer, LocalDate from, LocalDate until, PurchaseRows wanted, PageRequest page) {
        String ofCost = wanted == PurchaseRows.WITHOUT_COST ? " and p.costTotal is null" : "";
        var rows = em.createQuery("select p" + OF_KIND + ofCost + " order by p.on desc, p.id desc", Purchase.class)
                .setParameter("customer", customer)
                .setParameter("soon", soon(from))
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("kind", wanted.kind());
        var count = em.createQuery("select p.id" + OF_KIND + ofCost + " order by p.id", Long.class)
                .setParameter("customer", customer)
                .setParameter("soon", soon(from))
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("kind", wanted.kind());
        List<PurchaseView> items = rows.setFirstResult(page.first())
                .setMaxResults(page.size())
                .getResultStream()
                .map(Purchase::view)
                .toList();
        int counted = count.setMaxResults(COUNTED + 1).getResultList().size();
        return new Page<>(items, Math.min(counted, COUNTED), counted > COUNTED);
    }

    /** Values of the newest sales in a currency, at most 24. */
    public List<BigDecimal> recentSales(long customer, String currency) {
        return em.createQuery(
                        "select p.netTotal from Purchase p where p.customerId = :customer and p.kind = :sale"
                                + " and p.currency = :currency order by p.on desc, p.id desc",
                        BigDecimal.class)
                .setParameter("customer", customer)
                .setParameter("sale", PurchaseKind.SALE)
                .setParameter("currency", currency)
                .setMaxResults(24)
                .getResultList();
    }
}
