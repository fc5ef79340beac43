package org.vinculo.crm.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.party.entity.CustomField;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.CustomerGroup;
import org.vinculo.crm.party.entity.SavedView;
import org.vinculo.crm.party.internal.CustomBook;
import org.vinculo.crm.party.internal.GroupBook;

/** How a company keeps its customers in order, for rooms that set one up, inside their transaction. */
@ApplicationScoped
public class PartySeed {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CustomBook custom;

    @Inject
    GroupBook groups;

    /** Adds a field that was thought out: nothing about it is checked. */
    public void field(CustomFieldForm form) {
        CustomField field =
                new CustomField(form.getCode(), form.getType(), custom.all().size());
        field.describe(form);
        em.persist(field);
    }

    /** Fills fields by customer and code; at most 500 customers a call. */
    public void fill(Map<Long, Map<String, String>> values) {
        Map<Customer, Map<String, String>> wanted = new LinkedHashMap<>();
        if (!values.isEmpty()) {
            em.createQuery("select c from Customer c where c.id in :ids order by c.id", Customer.class)
                    .setParameter("ids", values.keySet())
                    .getResultList()
                    .forEach(customer -> wanted.put(customer, values.get(customer.getId())));
        }
        custom.writeAll(wanted);
    }

    /** A tag or list with its customers. */
    public void group(GroupKind kind, String name, String about, Collection<Long> customerIds, String by) {
        CustomerGroup group = new CustomerGroup(kind, clock.instant(), by);
        group.describe(name, about);
        em.persist(group);
        groups.add(group, customerIds, by);
    }

    /** A list of customers that one keeps and everybody sees; {@code query} as in the list's address. */
    public void sharedView(long accountId, String name, String query) {
        SavedView view = new SavedView(accountId, query, List.of());
        view.call(name, true);
        em.persist(view);
    }
}
