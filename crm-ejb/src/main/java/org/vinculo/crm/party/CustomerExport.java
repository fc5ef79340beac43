package org.vinculo.crm.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.CustomBook;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.CustomerQuery;
import org.vinculo.crm.party.internal.CustomerViews;

/**
 * Customers of a list from its first to its last, for the rooms that carry them out, inside their transaction. The list
 * is the one that the caller would see: the same filters, the same reach.
 */
@ApplicationScoped
public class CustomerExport {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerQuery query;

    @Inject
    CustomerAccess access;

    @Inject
    StaffDirectory staff;

    @Inject
    CustomBook custom;

    @Inject
    @Any
    Instance<CustomerColumn> columns;

    /**
     * A customer with everything that is edited of it.
     *
     * @param owner name of who looks after it, or null
     */
    public record Exported(
            long id, String name, CustomerForm form, String owner, Instant createdAt, Instant changedAt) {}

    /**
     * Some customers of a list that is read to its end.
     *
     * @param next where to go on, or null at the end
     */
    public record Slice(List<Exported> customers, String next) {}

    /** How many there are, but no more than {@code cap}. */
    public long count(CustomerList wanted, int cap) {
        return query.count(wanted, cap);
    }

    /** The next customers by name; null for the first. At most 500 at a time. */
    public Slice read(CustomerList wanted, String cursor, int size) {
        String[] from = cursor == null ? new String[] {"0", null} : decode(cursor);
        List<Long> ids = query.idsAfter(wanted, from[1], Long.parseLong(from[0]), size);
        List<Customer> found = load(ids);
        Customer last = ids.size() < size || found.isEmpty() ? null : found.get(found.size() - 1);
        return new Slice(exported(found), last == null ? null : encode(last));
    }

    /** Those of the customers named that the caller may see. At most 500 at a time. */
    public List<Exported> read(Collection<String> publicIds) {
        return exported(access.loadAll(publicIds, Permission.CUSTOMER_VIEW));
    }

    /** The columns that other rooms add to the list, as far as the caller may see them. */
    public List<CustomerColumnTitle> extraColumns() {
        return columns.stream()
                .filter(CustomerColumn::permitted)
                .sorted(java.util.Comparator.comparingInt(CustomerColumn::order))
                .map(column -> new CustomerColumnTitle(
                        column.id(),
                        column.title(),
                        column.ofNumbers(),
                        column.sort().isPresent()))
                .toList();
    }

    /** What other rooms know of the customers, by column; only the columns named are asked. */
    public Map<Long, Map<String, Phrase>> extras(Collection<String> columnIds, Collection<Long> customerIds) {
        Map<Long, Map<String, Phrase>> extras = new HashMap<>();
        if (!columnIds.isEmpty() && !customerIds.isEmpty()) {
            columns.stream()
                    .filter(column -> columnIds.contains(column.id()) && column.permitted())
                    .forEach(column -> column.values(customerIds)
                            .forEach((id, value) -> extras.computeIfAbsent(id, any -> new HashMap<>())
                                    .put(column.id(), value)));
        }
        return extras;
    }

    /** The fields of administrators that the caller sees. */
    public List<CustomEntry> fields() {
        return custom.seen().stream().map(field -> field.entry(null, false)).toList();
    }

    /** What customers have in the fields of administrators, as far as the caller sees them: customer to code to text. */
    public Map<Long, Map<String, String>> values(Collection<String> codes, Collection<Long> customerIds) {
        return codes.isEmpty()
                ? Map.of()
                : custom.texts(
                        customerIds,
                        custom.seen().stream()
                                .filter(field -> codes.contains(field.getCode()))
                                .toList());
    }

    private List<Customer> load(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Customer> byId = new LinkedHashMap<>();
        em.createQuery("select c from Customer c where c.id in :ids", Customer.class)
                .setParameter("ids", ids)
                .setHint("eclipselink.batch", "c.contactPoints")
                .setHint("eclipselink.batch.type", "IN")
                .getResultList()
                .forEach(customer -> byId.put(customer.getId(), customer));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private List<Exported> exported(List<Customer> customers) {
        Map<Long, StaffRef> owners = staff.byIds(customers.stream()
                .map(Customer::getOwnerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<Exported> exported = new ArrayList<>(customers.size());
        for (Customer customer : customers) {
            StaffRef owner = customer.getOwnerId() == null ? null : owners.get(customer.getOwnerId());
            exported.add(new Exported(
                    customer.getId(),
                    customer.getDisplayName(),
                    CustomerViews.form(customer, owner),
                    owner == null ? null : owner.name(),
                    customer.getCreatedAt(),
                    customer.getChangedAt()));
        }
        return exported;
    }

    private static String encode(Customer last) {
        String plain = last.getId() + "|" + last.getSortName();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static String[] decode(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 2);
    }
}
