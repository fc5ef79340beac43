package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerColumn;
import org.vinculo.crm.party.CustomerColumnSource;
import org.vinculo.crm.party.CustomerColumnTitle;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.CustomerRow;
import org.vinculo.crm.party.CustomerSlice;
import org.vinculo.crm.party.CustomerSort;
import org.vinculo.crm.party.CustomerSortTitle;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.CustomerOrder.Place;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SortBy;

/** Pages of customers: ids first, then everything that a page shows, each with one statement. */
@ApplicationScoped
public class CustomerRows {

    /** Beyond this the list says "more than". */
    public static final int COUNTED = 10_000;

    /** The same for those that are found by words. */
    static final int SEARCHED = 1000;

    private static final Set<ContactPointType> SHOWN = Set.of(ContactPointType.EMAIL, ContactPointType.PHONE);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerQuery query;

    @Inject
    StaffDirectory staff;

    @Inject
    @Any
    Instance<CustomerColumn> columns;

    @Inject
    @Any
    Instance<CustomerColumnSource> sources;

    public List<CustomerRef> refs(CustomerList wanted, PageRequest page) {
        List<Long> ids = ids(wanted, page);
        Map<Long, Customer> customers = SeenCustomers.by(em).find(ids);
        return ids.stream()
                .map(customers::get)
                .filter(Objects::nonNull)
                .map(CustomerViews::ref)
                .toList();
    }

    private List<Long> ids(CustomerList wanted, PageRequest page) {
        CustomerOrder order = order(page.sort());
        return order.isPlain()
                ? query.ids(
                        wanted,
                        CustomerSort.of(order.field()).orElseThrow(),
                        order.isAscending(),
                        page.first(),
                        page.size())
                : query.ids(wanted, order, page.first(), page.size());
    }

    /** @throws InvalidInput for what is not offered to the caller */
    private CustomerOrder order(SortBy sort) {
        if (sort == null) {
            return CustomerOrder.of(CustomerSort.NAME, true);
        }
        Optional<CustomerSort> own = CustomerSort.of(sort.field());
        if (own.isPresent()) {
            return own.get() == CustomerSort.OWNER
                    ? CustomerOrder.owners(staff.idsByName(), sort.ascending())
                    : CustomerOrder.of(own.get(), sort.ascending());
        }
        return permitted().stream()
                .filter(column -> column.id().equals(sort.field()))
                .findFirst()
                .flatMap(CustomerColumn::sort)
                .map(column -> CustomerOrder.of(sort.field(), column, sort.ascending()))
                .orElseThrow(() -> InvalidInput.field("sort", "choice"));
    }

    /** What the caller may put the list in the order of. */
    public List<CustomerSortTitle> sorts() {
        return Stream.concat(
                        Arrays.stream(CustomerSort.values())
                                .map(own -> new CustomerSortTitle(
                                        own.field(), Phrase.of("party.list.sort." + own.field()))),
                        permitted().stream()
                                .filter(column -> column.sort().isPresent())
                                .map(column -> new CustomerSortTitle(column.id(), column.title())))
                .toList();
    }

    /** @param more ids of the columns of other rooms to fill; those that the caller may not see stay empty */
    public Page<CustomerRow> page(CustomerList wanted, PageRequest page, Collection<String> more) {
        List<Long> ids = ids(wanted, page);
        int most = wanted.q() == null ? COUNTED : SEARCHED;
        long count = query.count(wanted, most + 1);
        return new Page<>(rows(ids, more), Math.min(count, most), count > most);
    }

    public CustomerSlice slice(CustomerList wanted, SortBy sort, String cursor, int limit) {
        CustomerOrder order = order(sort);
        Place from = CustomerCursor.read(order, cursor);
        List<Place> found = query.after(wanted, order, from, limit + 1);
        boolean more = found.size() > limit;
        List<Place> shown = more ? found.subList(0, limit) : found;
        String next = more ? CustomerCursor.write(order, shown.get(limit - 1)) : null;
        return new CustomerSlice(rows(shown.stream().map(Place::id).toList()), next);
    }

    public List<CustomerColumnTitle> extraColumns() {
        return permitted().stream()
                .map(column -> new CustomerColumnTitle(
                        column.id(),
                        column.title(),
                        column.ofNumbers(),
                        column.sort().isPresent()))
                .toList();
    }

    private List<CustomerColumn> permitted() {
        return Stream.concat(columns.stream(), sources.stream().flatMap(source -> source.columns().stream()))
                .filter(CustomerColumn::permitted)
                .sorted(Comparator.comparingInt(CustomerColumn::order))
                .toList();
    }

    /** The rows of customers that were checked already, in the order given, without the columns of other rooms. */
    public List<CustomerRow> rows(List<Long> ids) {
        return rows(ids, List.of());
    }

    private List<CustomerRow> rows(List<Long> ids, Collection<String> more) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Customer> customers = SeenCustomers.by(em).find(ids);
        Map<Long, Map<ContactPointType, String>> contacts = contacts(ids);
        Map<Long, StaffRef> owners = staff.byIds(customers.values().stream()
                .map(Customer::getOwnerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<Long, Map<String, Phrase>> extras = extras(ids, more);
        return ids.stream()
                .map(customers::get)
                .filter(Objects::nonNull)
                .map(customer -> row(
                        customer,
                        contacts.getOrDefault(customer.getId(), Map.of()),
                        customer.getOwnerId() == null ? null : owners.get(customer.getOwnerId()),
                        extras.getOrDefault(customer.getId(), Map.of())))
                .toList();
    }

    private Map<Long, Map<ContactPointType, String>> contacts(List<Long> ids) {
        Map<Long, Map<ContactPointType, String>> contacts = new HashMap<>();
        SeenPoint.of(em, ids).forEach((id, points) -> points.stream()
                .filter(point -> point.primary() && SHOWN.contains(point.type()))
                .forEach(point -> contacts.computeIfAbsent(id, none -> new EnumMap<>(ContactPointType.class))
                        .put(point.type(), point.value())));
        return contacts;
    }

    private Map<Long, Map<String, Phrase>> extras(List<Long> ids, Collection<String> wanted) {
        Map<Long, Map<String, Phrase>> extras = new HashMap<>();
        if (!wanted.isEmpty()) {
            permitted().stream().filter(column -> wanted.contains(column.id())).forEach(column -> column.values(ids)
                    .forEach((id, value) -> extras.computeIfAbsent(id, any -> new LinkedHashMap<>())
                            .put(column.id(), value)));
        }
        return extras;
    }

    private static CustomerRow row(
            Customer customer, Map<ContactPointType, String> contacts, StaffRef owner, Map<String, Phrase> extras) {
        String phone = contacts.get(ContactPointType.PHONE);
        return new CustomerRow(
                customer.getPublicId(),
                customer.getExternalId(),
                customer.getKind(),
                customer.getStage(),
                customer.getDisplayName(),
                customer.getCity(),
                customer.getCountry(),
                customer.getLanguage(),
                contacts.get(ContactPointType.EMAIL),
                phone == null ? null : PhoneNumbers.display(phone),
                owner == null ? null : owner.name(),
                customer.getCreatedAt(),
                customer.getChangedAt(),
                customer.getDeletedAt(),
                extras);
    }
}
