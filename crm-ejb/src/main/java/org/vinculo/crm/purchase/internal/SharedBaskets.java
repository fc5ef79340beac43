package org.vinculo.crm.purchase.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.purchase.PurchaseOfCustomer;
import org.vinculo.crm.purchase.PurchasesOfDay;
import org.vinculo.crm.purchase.entity.Purchase;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SqlText;

/** Finds purchases of many customers: baskets by their products, documents of a day; of customers that the caller reaches. */
@ApplicationScoped
public class SharedBaskets {

    private static final int COUNTED = 10_000;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Customers customers;

    /** Newest first. @param upTo newest line that is looked at @param products none for every basket */
    public Page<PurchaseOfCustomer> page(List<String> products, long upTo, PageRequest page) {
        return page(() -> wanted(products, upTo), page);
    }

    /** Newest first. */
    public Page<PurchaseOfCustomer> page(PurchasesOfDay wanted, PageRequest page) {
        return page(() -> wanted(wanted), page);
    }

    private Page<PurchaseOfCustomer> page(Supplier<SqlText> wanted, PageRequest page) {
        SqlText rows = SqlText.empty()
                .sqlPart("select p.id, p.purchased_at")
                .add(wanted.get())
                .sqlPart(" order by p.purchased_at desc, p.id desc offset ")
                .value(page.first())
                .sqlPart(" rows fetch next ")
                .value(page.size())
                .sqlPart(" rows only");
        List<?> found = rows.fill(em.createNativeQuery(rows.sql())).getResultList();
        List<Long> ids = found.stream()
                .map(row -> ((Number) ((Object[]) row)[0]).longValue())
                .toList();
        SqlText count = SqlText.empty()
                .sqlPart("select count(*) from (select p.id")
                .add(wanted.get())
                .sqlPart(" fetch first " + (COUNTED + 1) + " rows only) counted");
        int counted = ((Number) count.fill(em.createNativeQuery(count.sql())).getSingleResult()).intValue();
        return new Page<>(purchases(ids), Math.min(counted, COUNTED), counted > COUNTED);
    }

    private SqlText wanted(List<String> products, long upTo) {
        SqlText sql = SqlText.empty()
                .sqlPart(" from purchase p inner join customer c on c.id = p.customer_id"
                        + " where p.kind = 'SALE' and c.deleted_at is null");
        if (products.isEmpty()) {
            sql.sqlPart(" and exists (select 1 from purchase_line l where l.purchase_id = p.id and l.quantity > 0"
                            + " and l.product is not null and l.id <= ")
                    .value(upTo)
                    .sqlPart(")");
        }
        for (String product : products) {
            sql.sqlPart(" and p.id in (select l.purchase_id from purchase_line l where l.product = ")
                    .value(product)
                    .sqlPart(" and l.quantity > 0 and l.id <= ")
                    .value(upTo)
                    .sqlPart(")");
        }
        return sql.add(customers.scope(Permission.PURCHASE_VIEW).andReached());
    }

    private SqlText wanted(PurchasesOfDay wanted) {
        SqlText sql = SqlText.empty()
                .sqlPart(" from purchase p inner join customer c on c.id = p.customer_id"
                        + " where c.deleted_at is null and p.purchased_on <= ")
                .value(wanted.until())
                .sqlPart(" and p.recorded_at <= ")
                .value(wanted.recordedUntil())
                .sqlPart(wanted.withCost() ? " and p.cost_total is not null" : "")
                .sqlPart(wanted.inThem() ? " and p.currency in (" : " and p.currency not in (")
                .values(wanted.currencies())
                .sqlPart(")");
        if (wanted.kind() != null) {
            sql.sqlPart(" and p.kind = ").value(wanted.kind().name());
        }
        return sql.add(customers.scope(Permission.PURCHASE_VIEW).andReached());
    }

    private List<PurchaseOfCustomer> purchases(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Purchase> found = em.createQuery("select p from Purchase p where p.id in :ids", Purchase.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Purchase::getId, Function.identity()));
        Map<Long, CustomerRef> buyers = customers.find(
                found.values().stream().map(Purchase::getCustomerId).distinct().toList());
        List<PurchaseOfCustomer> purchases = new ArrayList<>();
        for (Long id : ids) {
            Purchase purchase = found.get(id);
            CustomerRef buyer = buyers.get(purchase.getCustomerId());
            purchases.add(new PurchaseOfCustomer(purchase.view(), buyer.publicId(), buyer.name()));
        }
        return purchases;
    }
}
