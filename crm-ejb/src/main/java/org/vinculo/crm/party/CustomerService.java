package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.CustomerFilters;
import org.vinculo.crm.party.internal.CustomerRows;
import org.vinculo.crm.party.internal.CustomerViews;
import org.vinculo.crm.party.internal.CustomerWriter;
import org.vinculo.crm.party.internal.TokenIndex;
import org.vinculo.crm.party.internal.UniqueNumbers;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SortBy;

/** What staff do with customers: find, look at, create, change, delete and restore. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_VIEW)
public class CustomerService {

    @Inject
    CustomerAccess access;

    @Inject
    CustomerRows rows;

    @Inject
    CustomerFilters filters;

    @Inject
    CustomerWriter writer;

    @Inject
    TokenIndex tokens;

    @Inject
    UniqueNumbers numbers;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    public Page<CustomerRow> list(CustomerList wanted, PageRequest page) {
        return rows.page(wanted, page, List.of());
    }

    /**
     * The list with columns of other rooms.
     *
     * @param columns ids from {@link #extraColumns()}; others are ignored
     */
    public Page<CustomerRow> list(CustomerList wanted, PageRequest page, Collection<String> columns) {
        return rows.page(wanted, page, columns);
    }

    /** The customers of a part of the list, without counting them or saying more of them than who they are. */
    public List<CustomerRef> refs(CustomerList wanted, PageRequest page) {
        return rows.refs(wanted, page);
    }

    /** Customers by name, from a cursor on; for scripts. */
    public CustomerSlice slice(CustomerList wanted, String cursor, int limit) {
        return rows.slice(wanted, null, cursor, limit);
    }

    /**
     * As {@link #slice(CustomerList, String, int)}, in the order wanted.
     *
     * @throws InvalidInput on {@code sort} when it is not among {@link #sorts()}, on {@code cursor} when it is of another order
     */
    public CustomerSlice slice(CustomerList wanted, SortBy sort, String cursor, int limit) {
        return rows.slice(wanted, sort, cursor, limit);
    }

    /** What the list can be put in the order of, as far as the caller may see it. */
    public List<CustomerSortTitle> sorts() {
        return rows.sorts();
    }

    /** The columns that other rooms add to the list, as far as the caller may see them. */
    public List<CustomerColumnTitle> extraColumns() {
        return rows.extraColumns();
    }

    /** What other rooms let the list be narrowed by, as far as the caller may. */
    public List<CustomerFilterTitle> extraFilters() {
        return filters.permitted().stream()
                .map(filter -> new CustomerFilterTitle(
                        filter.name(),
                        filter.title(),
                        filter.values().stream()
                                .map(value -> new CustomerFilterTitle.Value(value, filter.text(value)))
                                .toList()))
                .toList();
    }

    /** A value of a filter in words, also one that is not among those offered. */
    public Phrase filterText(String name, String value) {
        return filters.require(name, value).text(value);
    }

    public CustomerDetails get(String publicId) {
        return details(access.load(publicId, Permission.CUSTOMER_VIEW));
    }

    /** The customer that a merged record is a part of now; empty for every other number, and out of reach. */
    public Optional<String> survivor(String publicId) {
        return access.survivor(publicId, Permission.CUSTOMER_VIEW);
    }

    /** An empty form, with the caller as the one who looks after the customer. */
    @RolesAllowed(Permission.Code.CUSTOMER_CREATE)
    public CustomerForm draft() {
        CustomerForm form = new CustomerForm();
        form.setLanguage(caller.get().locale().toLanguageTag());
        ownerOf(caller.get()).ifPresent(me -> form.setOwner(me.publicId()));
        return form;
    }

    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public CustomerForm form(String publicId) {
        Customer customer = access.load(publicId, Permission.CUSTOMER_EDIT);
        return CustomerViews.form(customer, owner(customer));
    }

    /** Who can be chosen to look after a customer; only the caller when the permission reaches no further. */
    public List<StaffRef> owners() {
        Caller who = caller.get();
        Scope reach = who.permissions().getOrDefault(Permission.CUSTOMER_EDIT, Scope.OWN);
        return staff.active().stream()
                .filter(each -> switch (reach) {
                    case ALL -> true;
                    case TEAM -> Objects.equals(each.teamId(), who.teamId()) || isMe(each);
                    case OWN -> isMe(each);
                })
                .toList();
    }

    @RolesAllowed(Permission.Code.CUSTOMER_CREATE)
    public CustomerDetails create(CustomerForm form) {
        numbers.checkExternalId(form.getExternalId(), null);
        StaffRef owner = chosenOwner(form, null);
        CustomerWriter.Source source = writer.source();
        Customer customer = writer.create(form, source);
        customer.assignTo(null, caller.get().teamId());
        writer.assign(customer, owner);
        writer.write(customer, form, source);
        tokens.add(List.of(customer));
        return details(customer);
    }

    /** @throws ConcurrentChange when somebody else saved since the form was read; nothing is written then */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public CustomerDetails save(CustomerForm form) {
        Customer customer = access.load(form.getPublicId(), Permission.CUSTOMER_EDIT);
        if (customer.getVersion() != form.getVersion()) {
            throw new ConcurrentChange();
        }
        numbers.checkExternalId(form.getExternalId(), customer.getId());
        StaffRef owner = chosenOwner(form, customer);
        writer.write(customer, form, writer.source());
        writer.assign(customer, owner);
        tokens.refresh(customer);
        return details(customer);
    }

    /** Out of the lists and the portal, but restorable. */
    @RolesAllowed(Permission.Code.CUSTOMER_DELETE)
    public void delete(String publicId) {
        Customer customer = access.load(publicId, Permission.CUSTOMER_DELETE);
        if (!customer.isDeleted()) {
            customer.delete(clock.instant(), writer.source().by());
            customer.changed(clock.instant());
            tokens.refresh(customer);
        }
    }

    /** As {@link #delete}, refused when the customer is no longer as it was read. */
    @RolesAllowed(Permission.Code.CUSTOMER_DELETE)
    public void delete(String publicId, long version) {
        if (access.load(publicId, Permission.CUSTOMER_DELETE).getVersion() != version) {
            throw new ConcurrentChange();
        }
        delete(publicId);
    }

    @RolesAllowed(Permission.Code.CUSTOMER_DELETE)
    public void restore(String publicId) {
        Customer customer = access.load(publicId, Permission.CUSTOMER_DELETE);
        if (customer.isErased()) {
            throw new NotFound();
        }
        customer.restore();
        customer.changed(clock.instant());
        tokens.refresh(customer);
    }

    private CustomerDetails details(Customer customer) {
        return CustomerViews.details(
                customer,
                owner(customer),
                clock.instant().atZone(caller.get().zone()).toLocalDate());
    }

    private StaffRef owner(Customer customer) {
        Long owner = customer.getOwnerId();
        return owner == null ? null : staff.byIds(List.of(owner)).get(owner);
    }

    /** Whoever reaches only their own customers can neither give one away nor take one. */
    private StaffRef chosenOwner(CustomerForm form, Customer before) {
        StaffRef present = before == null ? null : owner(before);
        String wanted = form.getOwner();
        if (before != null && Objects.equals(wanted, present == null ? null : present.publicId())) {
            return present;
        }
        Permission needed = before == null ? Permission.CUSTOMER_CREATE : Permission.CUSTOMER_EDIT;
        if (caller.scope(needed) == Scope.OWN) {
            return before == null ? ownerOf(caller.get()).orElse(null) : present;
        }
        if (wanted == null || wanted.isBlank()) {
            return null;
        }
        StaffRef owner = staff.byPublicId(wanted).orElseThrow(() -> InvalidInput.field("owner", "choice"));
        if (caller.scope(needed) == Scope.TEAM
                && !isMe(owner)
                && !Objects.equals(owner.teamId(), caller.get().teamId())) {
            throw InvalidInput.field("owner", "choice");
        }
        return owner;
    }

    private java.util.Optional<StaffRef> ownerOf(Caller who) {
        return who.kind() == Caller.Kind.STAFF
                ? java.util.Optional.ofNullable(
                        staff.byIds(List.of(who.accountId())).get(who.accountId()))
                : java.util.Optional.empty();
    }

    private boolean isMe(StaffRef each) {
        Caller who = caller.get();
        return who.kind() == Caller.Kind.STAFF && Objects.equals(who.accountId(), each.id());
    }
}
