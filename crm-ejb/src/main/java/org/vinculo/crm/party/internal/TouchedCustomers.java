package org.vinculo.crm.party.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.persistence.config.DescriptorCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.queries.UpdateObjectQuery;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.vinculo.crm.party.entity.ContactPoint;
import org.vinculo.crm.party.entity.Customer;

/**
 * Remembers with the transaction which customers have to be found by something else from now on: whoever changes a name,
 * a number or an address need not know that there is a search.
 */
public final class TouchedCustomers extends DescriptorEventAdapter implements DescriptorCustomizer {

    private static final String KEY = TouchedCustomers.class.getName();
    private static final Set<String> FOUND_BY =
            Set.of("displayName", "sortName", "deletedAt", "externalId", "taxIdKey", "normalValue");

    @Override
    public void customize(ClassDescriptor descriptor) {
        descriptor.getEventManager().addListener(this);
    }

    @Override
    public void postInsert(DescriptorEvent event) {
        touch(event);
    }

    @Override
    public void postDelete(DescriptorEvent event) {
        if (event.getSource() instanceof ContactPoint) {
            touch(event);
        }
    }

    @Override
    public void postUpdate(DescriptorEvent event) {
        ObjectChangeSet changes =
                event.getQuery() instanceof UpdateObjectQuery update ? update.getObjectChangeSet() : null;
        if (changes == null || changes.getChanges().stream().anyMatch(each -> FOUND_BY.contains(each.getAttribute()))) {
            touch(event);
        }
    }

    private static void touch(DescriptorEvent event) {
        Object source = event.getSource();
        Customer customer = source instanceof ContactPoint point ? point.getCustomer() : (Customer) source;
        AbstractSession session = event.getSession();
        @SuppressWarnings("unchecked")
        Set<Customer> touched = (Set<Customer>) session.getProperty(KEY);
        if (touched == null) {
            touched = new LinkedHashSet<>();
            session.setProperty(KEY, touched);
        }
        touched.add(customer);
    }

    /** Those touched so far, who are forgotten with this. */
    static Set<Customer> take(UnitOfWork transaction) {
        @SuppressWarnings("unchecked")
        Set<Customer> touched = (Set<Customer>) ((AbstractSession) transaction).getProperty(KEY);
        ((AbstractSession) transaction).setProperty(KEY, null);
        return touched == null ? Set.of() : touched;
    }

    /** What is in the index already need not be looked at again. */
    static void forget(UnitOfWork transaction, Iterable<Customer> customers) {
        @SuppressWarnings("unchecked")
        Set<Customer> touched = (Set<Customer>) ((AbstractSession) transaction).getProperty(KEY);
        if (touched != null) {
            customers.forEach(touched::remove);
        }
    }
}
