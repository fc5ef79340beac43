package org.vinculo.crm.purchase.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.SearchHit;
import org.vinculo.crm.party.SearchIndex;
import org.vinculo.crm.party.SearchRecords;
import org.vinculo.crm.purchase.PurchaseView;
import org.vinculo.crm.purchase.entity.Purchase;

/** Purchases are found by their document number. */
@ApplicationScoped
public class PurchaseRecords implements SearchRecords {

    public static final String KIND = "purchases";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Customers customers;

    /** What a purchase is found by; one without a number is not. */
    static List<SearchIndex.Entry> entry(long id, long customerId, String documentNumber) {
        return documentNumber == null
                ? List.of()
                : List.of(SearchIndex.Entry.ofNumbers(id, customerId, List.of(documentNumber)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Phrase title() {
        return Phrase.of("purchase.tab");
    }

    @Override
    public String icon() {
        return "box";
    }

    @Override
    public Permission permission() {
        return Permission.PURCHASE_VIEW;
    }

    @Override
    public Map<Long, SearchHit> hits(Collection<Long> recordIds) {
        List<Purchase> purchases = em.createQuery("select p from Purchase p where p.id in :ids", Purchase.class)
                .setParameter("ids", recordIds)
                .getResultList();
        Map<Long, CustomerRef> owners =
                customers.find(purchases.stream().map(Purchase::getCustomerId).collect(Collectors.toSet()));
        Map<Long, SearchHit> hits = new HashMap<>();
        for (Purchase purchase : purchases) {
            PurchaseView view = purchase.view();
            CustomerRef owner = owners.get(purchase.getCustomerId());
            hits.put(
                    purchase.getId(),
                    new SearchHit(
                            Phrase.value(view.documentNumber()),
                            Phrase.of("purchase.found", owner.name(), view.on(), view.total()),
                            "/purchases/view",
                            view.publicId()));
        }
        return hits;
    }

    @Override
    public List<Long> ids(long afterId, int size) {
        return em.createQuery("select e.id from Purchase e where e.id > :after order by e.id", Long.class)
                .setParameter("after", afterId)
                .setMaxResults(size)
                .getResultList();
    }

    @Override
    public List<SearchIndex.Entry> entries(Collection<Long> recordIds) {
        return em.createQuery(
                        "select p from Purchase p where p.id in :ids and p.documentNumber is not null", Purchase.class)
                .setParameter("ids", recordIds)
                .getResultStream()
                .flatMap(purchase ->
                        entry(
                                purchase.getId(),
                                purchase.getCustomerId(),
                                purchase.view().documentNumber())
                                .stream())
                .toList();
    }
}
