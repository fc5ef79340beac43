package org.vinculo.crm.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.CustomerNeed;
import org.vinculo.crm.party.entity.Provenance;
import org.vinculo.crm.party.internal.CustomBook;
import org.vinculo.crm.party.internal.CustomerViews;
import org.vinculo.crm.party.internal.CustomerWriter;
import org.vinculo.crm.party.internal.KeyMatcher;
import org.vinculo.crm.party.internal.TokenIndex;
import org.vinculo.crm.shared.FieldError;

/**
 * Many customers at once, for the rooms that bring them in, inside their transaction: at most 500 a call. Nobody's
 * reach is asked; whoever calls has checked who may import.
 */
@ApplicationScoped
public class CustomerImport {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CustomerWriter writer;

    @Inject
    KeyMatcher matcher;

    @Inject
    TokenIndex tokens;

    @Inject
    StaffDirectory staff;

    @Inject
    CustomBook custom;

    /** The fields of administrators that the caller sees, and whether the caller may fill them. */
    public List<CustomEntry> fields() {
        return custom.seen().stream()
                .map(field -> field.entry(null, custom.isChangeable(field)))
                .toList();
    }

    /** All fields of administrators, the retired ones too, for going on with what somebody was allowed to begin. */
    public List<CustomEntry> everyField() {
        return custom.all().stream()
                .map(field -> field.entry(null, field.getType() != CustomType.FORMULA))
                .toList();
    }

    /** For each row the customers that it may be, strongest key first; more than one means that it is not clear. */
    public List<List<ImportMatch>> match(List<ImportKeys> rows) {
        return matcher.match(rows);
    }

    /** For each public id the customer; null and unknown ones find nobody. */
    public List<List<ImportMatch>> matchPublicIds(List<String> publicIds) {
        return matcher.matchPublicIds(publicIds);
    }

    /** For each name the customers called so, for files that have nothing better; words in any order. */
    public List<List<ImportMatch>> matchNames(List<String> names) {
        return matcher.matchNames(names);
    }

    /** What is wrong with a row, the fields named as in the form; nothing is written. */
    public List<FieldError> check(CustomerForm form) {
        return writer.check(form);
    }

    /** Customers as they are now, by internal id: to change a few fields, and to keep for undoing. */
    public Map<Long, CustomerForm> forms(Collection<Long> ids) {
        return forms(ids, List.of());
    }

    /** As {@link #forms(Collection)}, with what they have in the fields of administrators named; null for nothing. */
    public Map<Long, CustomerForm> forms(Collection<Long> ids, Collection<String> codes) {
        Map<Long, Customer> customers = load(ids);
        Map<Long, StaffRef> owners = staff.byIds(customers.values().stream()
                .map(Customer::getOwnerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<Long, CustomerForm> forms = new LinkedHashMap<>();
        customers.forEach((id, customer) -> forms.put(
                id,
                CustomerViews.form(
                        customer, customer.getOwnerId() == null ? null : owners.get(customer.getOwnerId()))));
        if (!codes.isEmpty()) {
            Map<Long, Map<String, String>> texts = custom.texts(
                    customers.keySet(),
                    custom.all().stream()
                            .filter(field -> codes.contains(field.getCode()))
                            .toList());
            forms.forEach((id, form) -> codes.forEach(code ->
                    form.getCustom().put(code, texts.getOrDefault(id, Map.of()).get(code))));
        }
        return forms;
    }

    /** Creates them in the order given. */
    public List<Written> create(List<CustomerSeed> seeds) {
        List<Customer> created = new ArrayList<>();
        Map<Customer, Map<String, String>> values = new LinkedHashMap<>();
        for (CustomerSeed seed : seeds) {
            CustomerWriter.Source source =
                    new CustomerWriter.Source(seed.origin(), seed.createdBy(), seed.createdAt(), true);
            Customer customer = writer.create(seed.form(), source);
            customer.assignTo(seed.ownerId(), seed.teamId());
            writer.writePlain(customer, seed.form(), source);
            keep(customer, seed.form(), values);
            seed.needs().forEach(need -> em.persist(need(customer.getId(), need)));
            created.add(customer);
        }
        custom.writeAll(values);
        tokens.add(created);
        return created.stream().map(CustomerImport::written).toList();
    }

    /**
     * Writes forms over the customers they came from and brings deleted ones back. The owner stays. Forms of customers
     * that were changed since are written all the same: the rows of a file are as new as it gets.
     */
    public List<Written> save(Map<Long, CustomerForm> forms, DataOrigin origin, String by) {
        Map<Long, Customer> customers = load(forms.keySet());
        CustomerWriter.Source source = new CustomerWriter.Source(origin, by, clock.instant(), true);
        List<Customer> saved = new ArrayList<>();
        Map<Customer, Map<String, String>> values = new LinkedHashMap<>();
        forms.forEach((id, form) -> {
            Customer customer = customers.get(id);
            if (customer != null) {
                customer.restore();
                writer.writePlain(customer, form, source);
                keep(customer, form, values);
                saved.add(customer);
            }
        });
        custom.writeAll(values);
        tokens.refresh(saved);
        return saved.stream().map(CustomerImport::written).toList();
    }

    /**
     * Takes back what an import did, unless somebody has changed the customer since.
     *
     * @return internal ids of those that were left as they are
     */
    public List<Long> undo(List<Undo> undos, String by) {
        Map<Long, Customer> customers = load(undos.stream().map(Undo::id).collect(Collectors.toSet()));
        CustomerWriter.Source source = new CustomerWriter.Source(DataOrigin.IMPORT, by, clock.instant(), true);
        List<Long> left = new ArrayList<>();
        List<Customer> changed = new ArrayList<>();
        Map<Customer, Map<String, String>> values = new LinkedHashMap<>();
        for (Undo undo : undos) {
            Customer customer = customers.get(undo.id());
            if (customer == null || customer.getVersion() != undo.versionAfter()) {
                left.add(undo.id());
                continue;
            }
            if (undo.before() == null || undo.wasDeleted()) {
                customer.delete(clock.instant(), by);
            }
            if (undo.before() == null) {
                customer.changed(clock.instant());
            } else {
                writer.writePlain(customer, undo.before(), source);
                keep(customer, undo.before(), values);
                changed.add(customer);
            }
        }
        custom.writeAll(values);
        tokens.refresh(changed);
        return left;
    }

    private static void keep(Customer customer, CustomerForm form, Map<Customer, Map<String, String>> values) {
        if (!form.getCustom().isEmpty()) {
            values.put(customer, form.getCustom());
        }
    }

    private Map<Long, Customer> load(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Customer> customers = em.createQuery("select c from Customer c where c.id in :ids", Customer.class)
                .setParameter("ids", ids)
                .setHint("eclipselink.batch", "c.contactPoints")
                .setHint("eclipselink.batch.type", "IN")
                .getResultList();
        Map<Long, Customer> byId = new LinkedHashMap<>();
        customers.forEach(customer -> byId.put(customer.getId(), customer));
        return byId;
    }

    private static CustomerNeed need(long customerId, CustomerSeed.NeedSeed seed) {
        CustomerNeed need = new CustomerNeed(
                customerId,
                seed.kind(),
                seed.text(),
                seed.basis(),
                new Provenance(seed.origin(), seed.collectedAt(), seed.collectedBy()));
        need.learntFrom(seed.originNote());
        if (seed.confirmedAt() != null) {
            need.confirm(seed.confirmedAt(), seed.confirmedBy());
        }
        return need;
    }

    private static Written written(Customer customer) {
        return new Written(customer.getId(), customer.getPublicId(), customer.getVersion());
    }

    /** What became of a row; the version is the one to give back when undoing. */
    public record Written(long id, String publicId, long version) {}

    /**
     * What to take back.
     *
     * @param versionAfter version that the import left behind
     * @param before the customer before, or null when the import created it
     * @param wasDeleted whether it was deleted before
     */
    public record Undo(long id, long versionAfter, CustomerForm before, boolean wasDeleted) {}
}
