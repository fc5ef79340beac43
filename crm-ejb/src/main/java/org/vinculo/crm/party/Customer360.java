package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.audit.AuditView;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.CustomerHistory;
import org.vinculo.crm.party.internal.CustomerViews;
import org.vinculo.crm.shared.Boundary;

/** Assembles the story of a customer out of what the rooms contribute. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_VIEW)
public class Customer360 {

    @Inject
    CustomerService customers;

    @Inject
    CustomerAccess access;

    @Inject
    CustomerHistory history;

    @Inject
    @Any
    Instance<Customer360Part> parts;

    @Inject
    @Any
    Instance<ContactLights> lights;

    public Customer360View open(String publicId) {
        CustomerDetails customer = customers.get(publicId);
        long id = customer.ref().id();
        return new Customer360View(
                customer,
                gather(part -> part.badges(id)),
                gather(part -> part.because(id)),
                purposes(),
                gather(part -> part.figures(id)),
                gather(part -> part.tab(id).stream().toList()),
                gather(part -> part.actions(customer.ref())),
                gather(part -> part.panels(id)));
    }

    /** The customer alone, for pages that act on one. */
    public CustomerRef ref(String publicId) {
        return CustomerViews.ref(access.load(publicId, Permission.CUSTOMER_VIEW));
    }

    /** By which ways the customer can be contacted for a purpose, now. */
    public List<ContactLights.Light> lights(String publicId, String purpose) {
        Customer customer = access.load(publicId, Permission.CUSTOMER_VIEW);
        return lights.stream()
                .flatMap(each -> each.lights(customer.getId(), purpose).stream())
                .toList();
    }

    /** What one may contact customers for. */
    public List<ContactLights.Purpose> purposes() {
        return lights.stream().flatMap(each -> each.purposes().stream()).toList();
    }

    /** As {@link #lights(String, String)} for the customers of a page, by their public ids. */
    public Map<String, List<ContactLights.Light>> lights(Collection<String> publicIds, String purpose) {
        Map<Long, String> reached = access.loadAll(publicIds, Permission.CUSTOMER_VIEW).stream()
                .collect(Collectors.toMap(Customer::getId, Customer::getPublicId));
        Map<String, List<ContactLights.Light>> all = new HashMap<>();
        lights.forEach(each -> each.lights(reached.keySet(), purpose)
                .forEach((id, shown) -> all.computeIfAbsent(reached.get(id), none -> new ArrayList<>())
                        .addAll(shown)));
        return all;
    }

    /**
     * What happened, newest first.
     *
     * @param group null for everything
     * @param cursor {@link TimelinePage#next()} of the page before, or null for the first
     */
    public TimelinePage timeline(String publicId, TimelineGroup group, String cursor, int limit) {
        Customer customer = access.load(publicId, Permission.CUSTOMER_VIEW);
        TimelineCursor before = TimelineCursor.decode(cursor);
        List<TimelineEntry> merged = parts.stream()
                .filter(part -> group == null || part.group() == group)
                .flatMap(part -> part.timeline(customer.getId(), before, limit + 1).stream())
                .sorted(TimelineCursor.ORDER)
                .limit(limit + 1L)
                .toList();
        boolean more = merged.size() > limit;
        List<TimelineEntry> shown = more ? merged.subList(0, limit) : merged;
        return new TimelinePage(
                shown, more ? TimelineCursor.after(shown.get(limit - 1)).encode() : null);
    }

    /** The trail of changes of everything about the customer, newest first, older than {@code beforeId} if given. */
    @RolesAllowed(Permission.Code.AUDIT_VIEW)
    public List<AuditView> audit(String publicId, Long beforeId, int limit) {
        return history.trail(access.load(publicId, Permission.CUSTOMER_VIEW).getId(), beforeId, limit);
    }

    private <T> List<T> gather(Function<Customer360Part, List<T>> contribution) {
        return parts.stream()
                .sorted(Comparator.comparingInt(Customer360Part::order))
                .flatMap(part -> contribution.apply(part).stream())
                .toList();
    }
}
