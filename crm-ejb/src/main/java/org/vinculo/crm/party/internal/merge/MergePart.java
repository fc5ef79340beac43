package org.vinculo.crm.party.internal.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.CustomerAction;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.PanelRef;
import org.vinculo.crm.party.Phrase;

/** The records that became a part of the customer, and the way to merge another one. */
@ApplicationScoped
public class MergePart implements Customer360Part {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CurrentCaller caller;

    @Override
    public String source() {
        return "merge";
    }

    @Override
    public int order() {
        return 950;
    }

    @Override
    public List<CustomerAction> actions(CustomerRef customer) {
        return caller.has(Permission.CUSTOMER_MERGE) && !customer.deleted()
                ? List.of(new CustomerAction("merge", Phrase.of("merge.action"), "swap", "/duplicates/merge"))
                : List.of();
    }

    @Override
    public List<PanelRef> panels(long customerId) {
        boolean none = em.createQuery(
                        "select m.id from MergedRecord m where m.survivorId = :customer and m.splitAt is null",
                        Long.class)
                .setParameter("customer", customerId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
        return none
                ? List.of()
                : List.of(new PanelRef("parts", Phrase.of("merge.panel"), "/WEB-INF/customers/parts-panel.xhtml"));
    }
}
