package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.audit.CustomerSeen;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PublicId;

/**
 * The one place where it is decided which customers a caller reaches. A customer out of reach does not exist, and
 * neither does a deleted one for whoever wants to change something. Who reaches one has seen it.
 */
@ApplicationScoped
public class CustomerAccess {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CurrentCaller caller;

    @Inject
    Event<CustomerSeen> seen;

    public CustomerScope scope(Permission permission) {
        Caller who = caller.get();
        return new CustomerScope(caller.scope(permission), who.accountId(), who.teamId());
    }

    /** @throws NotFound when there is none, it is out of reach, or it is deleted and not only to be looked at */
    public Customer load(String publicId, Permission permission) {
        if (!PublicId.isWellFormed(publicId)) {
            throw new NotFound();
        }
        Optional<Customer> found = looks(permission) ? SeenCustomers.by(em).find(publicId) : byPublicId(publicId);
        Customer customer = present(found.orElseThrow(NotFound::new));
        check(customer, permission);
        return customer;
    }

    public Customer load(long id, Permission permission) {
        Optional<Customer> found =
                looks(permission) ? SeenCustomers.by(em).find(id) : Optional.ofNullable(em.find(Customer.class, id));
        Customer customer = present(found.orElseThrow(NotFound::new));
        check(customer, permission);
        return customer;
    }

    /** The public id of the record that this one became a part of, when it did and the caller reaches that. */
    public Optional<String> survivor(String publicId, Permission permission) {
        return byPublicId(publicId)
                .filter(Customer::isMerged)
                .map(this::present)
                .filter(survivor -> isOpen(survivor, permission))
                .map(Customer::getPublicId);
    }

    /** Those of the customers that there are and that are in reach; the others are left out. */
    public List<Customer> loadAll(Collection<String> publicIds, Permission permission) {
        List<String> ids =
                publicIds.stream().filter(PublicId::isWellFormed).distinct().toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Customer> found = looks(permission)
                ? SeenCustomers.by(em).find(ids)
                : em.createQuery("select c from Customer c where c.publicId in :ids order by c.id", Customer.class)
                        .setParameter("ids", ids)
                        .getResultList();
        return found.stream()
                .filter(customer -> !customer.isMerged() && isOpen(customer, permission))
                .toList();
    }

    /** The customer that the caller of the portal acts for. */
    public Customer own() {
        return own(em.find(Customer.class, caller.customerId()));
    }

    /** As {@link #own}, to look at: once for a page. */
    public Customer ownSeen() {
        return own(SeenCustomers.by(em).find(caller.customerId()).orElse(null));
    }

    private Customer own(Customer found) {
        Customer customer = found == null ? null : present(found);
        if (customer == null || customer.isDeleted()) {
            throw new NotFound();
        }
        return customer;
    }

    /** The record that this one became a part of, or itself: old numbers lead on. A merged record is never merged into. */
    private Customer present(Customer customer) {
        Customer present = customer;
        while (present.isMerged()) {
            present = em.find(Customer.class, present.getMergedIntoId());
        }
        return present;
    }

    public boolean reaches(Customer customer, Permission permission) {
        return scope(permission).reaches(customer.getOwnerId(), customer.getTeamId());
    }

    private void check(Customer customer, Permission permission) {
        if (!isOpen(customer, permission)) {
            throw new NotFound();
        }
        seen.fire(new CustomerSeen(customer.getId()));
    }

    private static boolean looks(Permission permission) {
        return permission.code().endsWith(".view");
    }

    private boolean isOpen(Customer customer, Permission permission) {
        return (looks(permission) || permission == Permission.CUSTOMER_DELETE || !customer.isDeleted())
                && reaches(customer, permission);
    }

    private Optional<Customer> byPublicId(String publicId) {
        if (!PublicId.isWellFormed(publicId)) {
            return Optional.empty();
        }
        return em.createQuery("select c from Customer c where c.publicId = :publicId", Customer.class)
                .setParameter("publicId", publicId)
                .getResultStream()
                .findFirst();
    }
}
