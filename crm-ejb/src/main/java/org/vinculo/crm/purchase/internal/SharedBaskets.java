package org.vinculo.crm.purchase.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    private static final String ALL = " from purchase p inner join customer c on c.id = p.customer_id";

    /** Of many, the newest are found at the beginning of the index, where Derby would put all of them in order. */
    private static final String NEWEST_FIRST = " from --DERBY-PROPERTIES joinOrder=FIXED\n purchase p"
            + " --DERBY-PROPERTIES index=purchase_newest\n inner join customer c --DERBY-PROPERTIES index=customer_there, joinStrategy=NESTEDLOOP\n"
            + " on c.id = p.customer_id";

    private static final String OF_IT = " --DERBY-PROPERTIES index=purchase_line_purchase, joinStrategy=NESTEDLOOP\n";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Customers customers;

    /** Newest first. @param upTo newest line that is looked at @param products none for every basket */
    public Page<PurchaseOfCustomer> page(List<String> products, long upTo, PageRequest page) {
        return page(many -> wanted(products, upTo, many), page);
    }

    /** Newest first. */
    public Page<PurchaseOfCustomer> page(PurchasesOfDay wanted, PageRequest page) {
        return page(many -> wanted(wanted, many), page);
    }

    /** @param wanted of how many, told whether they are very many */
    private Page<PurchaseOfCustomer> page(Function<Boolean, SqlText> wanted, PageRequest page) {
        SqlText count = SqlText.empty()
                .sqlPart("select count(*) from (select p.id")
                .add(wanted.apply(false))
                .sqlPart(" fetch first " + (COUNTED + 1) + " rows only) counted");
        int counted = ((Number) count.fill(em.createNativeQuery(count.sql())).getSingleResult()).intValue();
        boolean many = counted > COUNTED;
        return new Page<>(purchases(newest(wanted.apply(many), page)), Math.min(counted, COUNTED), many);
    }

    List<Long> newest(SqlText wanted, PageRequest page) {
        SqlText rows = SqlText.empty()
                .sqlPart("select p.id, p.purchased_at")
                .add(wanted)
                .sqlPart(" order by p.purchased_at desc, p.id desc offset ")
                .value(page.first())
                .sqlPart(" rows fetch next ")
                .value(page.size())
                .sqlPart(" rows only");
        List<?> found = rows.fill(em.createNativeQuery(rows.sql())).getResultList();
        return found.stream()
                .map(row -> ((Number) ((Object[]) row)[0]).longValue())
                .toList();
    }

    /** @param many whether a page of them is found soon where the newest purchases are looked at first */
    SqlText wanted(List<String> products, long upTo, boolean many) {
        String lines = "(select 1 from purchase_line l" + (many ? OF_IT : "") + " where l.purchase_id = p.id";
        SqlText sql = SqlText.empty()
                .sqlPart((many ? NEWEST_FIRST : ALL) + " where p.kind = 'SALE' and c.deleted_at is null");
        if (products.isEmpty()) {
            sql.sqlPart(" and exists " + lines + " and l.quantity > 0 and l.product is not null and l.id <= ")
                    .value(upTo)
                    .sqlPart(")");
        }
        for (String product : products) {
            sql.sqlPart(" and exists " + lines + " and l.product = ")
                    .value(product)
                    .sqlPart(" and l.quantity > 0 and l.id <= ")
                    .value(upTo)
                    .sqlPart(")");
        }
        return sql.add(customers.scope(Permission.PURCHASE_VIEW).andReached());
    }

    SqlText wanted(PurchasesOfDay wanted, boolean many) {
        SqlText sql = SqlText.empty()
                .sqlPart((many ? NEWEST_FIRST : ALL) + " where c.deleted_at is null and p.purchased_on <= ")
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
