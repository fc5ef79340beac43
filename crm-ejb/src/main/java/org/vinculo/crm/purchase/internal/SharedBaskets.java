package org.vinculo.crm.purchase.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.purchase.PurchaseOfCustomer;
import org.vinculo.crm.purchase.entity.Purchase;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** Finds the sales in which some products were bought together, among the customers that the caller reaches. */
@ApplicationScoped
public class SharedBaskets {

    private static final int COUNTED = 10_000;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Customers customers;

    /** Newest first. */
    public Page<PurchaseOfCustomer> page(List<String> products, PageRequest page) {
        if (products.isEmpty()) {
            return Page.empty();
        }
        CustomerScope scope = customers.scope(Permission.PURCHASE_VIEW);
        Query query = em.createNativeQuery("select distinct p.id, p.purchased_at" + from(products.size(), scope.reach())
                + " order by p.purchased_at desc, p.id desc");
        bind(query, products, scope);
        List<?> rows =
                query.setFirstResult(page.first()).setMaxResults(page.size()).getResultList();
        List<Long> ids = rows.stream()
                .map(row -> ((Number) ((Object[]) row)[0]).longValue())
                .toList();
        Query count = em.createNativeQuery("select distinct p.id" + from(products.size(), scope.reach()));
        bind(count, products, scope);
        int counted = count.setMaxResults(COUNTED + 1).getResultList().size();
        return new Page<>(purchases(ids), Math.min(counted, COUNTED), counted > COUNTED);
    }

    private static String from(int products, org.vinculo.crm.identity.Scope reach) {
        StringBuilder sql = new StringBuilder(" from purchase_line lead_line"
                + " inner join purchase p on p.id = lead_line.purchase_id"
                + " inner join customer c on c.id = p.customer_id"
                + " where lead_line.product = ?1 and lead_line.quantity > 0 and p.kind = 'SALE'"
                + " and c.deleted_at is null");
        for (int i = 2; i <= products; i++) {
            sql.append(" and exists (select 1 from purchase_line l where l.purchase_id = p.id and l.quantity > 0"
                    + " and l.product = ?" + i + ")");
        }
        int owner = products + 1;
        int team = products + 2;
        switch (reach) {
            case ALL -> {}
            case OWN -> sql.append(" and c.owner_id = ?" + owner);
            case TEAM -> sql.append(" and (c.owner_id = ?" + owner + " or c.team_id = ?" + team + ")");
        }
        return sql.toString();
    }

    private static void bind(Query query, List<String> products, CustomerScope scope) {
        for (int i = 0; i < products.size(); i++) {
            query.setParameter(i + 1, products.get(i));
        }
        Map<String, Object> parameters = scope.parameters();
        if (parameters.containsKey("scopeOwner")) {
            query.setParameter(products.size() + 1, parameters.get("scopeOwner"));
        }
        if (parameters.containsKey("scopeTeam")) {
            query.setParameter(products.size() + 2, parameters.get("scopeTeam"));
        }
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
