package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.CustomerWriter;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;

/**
 * What staff do with several customers of a list at once. Whatever is out of reach is left as it is, and what was done
 * says how to take it back.
 */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_EDIT)
public class CustomerBulk {

    /** At most so many at a time. */
    public static final int MOST = 100;

    @Inject
    CustomerAccess access;

    @Inject
    CustomerService customers;

    @Inject
    CustomerWriter writer;

    @Inject
    Clock clock;

    /** Who looked after a customer before. */
    public record Before(String publicId, Long ownerId, Long teamId) implements Serializable {}

    /**
     * Gives customers to somebody, with the team of that person; null to nobody.
     *
     * @return those that changed hands, as they were before
     * @throws InvalidInput on {@code owner} when the caller may not choose that person
     */
    public List<Before> assign(Collection<String> publicIds, String owner) {
        StaffRef wanted = owner == null || owner.isBlank() ? null : choosable(owner);
        return reached(publicIds, Permission.CUSTOMER_EDIT).stream()
                .filter(customer -> !Objects.equals(customer.getOwnerId(), wanted == null ? null : wanted.id()))
                .map(customer -> {
                    Before before = new Before(customer.getPublicId(), customer.getOwnerId(), customer.getTeamId());
                    writer.assign(customer, wanted);
                    customer.changed(clock.instant());
                    return before;
                })
                .toList();
    }

    private StaffRef choosable(String owner) {
        return customers.owners().stream()
                .filter(each -> each.publicId().equals(owner))
                .findFirst()
                .orElseThrow(() -> InvalidInput.field("owner", "choice"));
    }

    /** Takes {@link #assign} back, as far as the caller still reaches the customers. */
    public void putBack(Collection<Before> all) {
        Map<String, Before> before = all.stream().collect(Collectors.toMap(Before::publicId, each -> each));
        reached(before.keySet(), Permission.CUSTOMER_EDIT).forEach(customer -> {
            Before was = before.get(customer.getPublicId());
            customer.assignTo(was.ownerId(), was.teamId());
            customer.changed(clock.instant());
        });
    }

    /** As {@link CustomerService#delete(String)}; gives those that are deleted now and were not before. */
    @RolesAllowed(Permission.Code.CUSTOMER_DELETE)
    public List<String> delete(Collection<String> publicIds) {
        String by = writer.source().by();
        return reached(publicIds, Permission.CUSTOMER_DELETE).stream()
                .filter(customer -> !customer.isDeleted())
                .map(customer -> {
                    customer.delete(clock.instant(), by);
                    customer.changed(clock.instant());
                    return customer.getPublicId();
                })
                .toList();
    }

    @RolesAllowed(Permission.Code.CUSTOMER_DELETE)
    public void restore(Collection<String> publicIds) {
        reached(publicIds, Permission.CUSTOMER_DELETE).stream()
                .filter(Customer::isDeleted)
                .forEach(customer -> {
                    customer.restore();
                    customer.changed(clock.instant());
                });
    }

    private List<Customer> reached(Collection<String> publicIds, Permission permission) {
        if (publicIds.size() > MOST) {
            throw InvalidInput.field("picked", "tooLong", MOST);
        }
        return access.loadAll(publicIds, permission);
    }
}
