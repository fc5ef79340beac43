package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.audit.FieldChange;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.party.CustomPortal;
import org.vinculo.crm.party.CustomType;
import org.vinculo.crm.party.WebAddress;
import org.vinculo.crm.party.entity.CustomField;
import org.vinculo.crm.party.entity.CustomValue;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.ReadOnce;

/**
 * The fields of administrators and what customers have in them. Values go in and out as text that no language changes;
 * they are kept in the column of their type. Formulas are computed anew whenever a value changes.
 */
@ApplicationScoped
public class CustomBook {

    static final String PREFIX = "custom.";

    private static final int MOST_CHOSEN = 50;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffDirectory staff;

    @Inject
    AuditLog audit;

    /** All of them in their order, the retired ones too. */
    public List<CustomField> all() {
        // Derby takes longer to set up a sort than to read the table.
        return ReadOnce.of(CustomBook.class, () -> em.createQuery("select f from CustomField f", CustomField.class)
                .setMaxResults(200)
                .getResultStream()
                .sorted(CustomField.IN_ORDER)
                .toList());
    }

    /** Those that the present caller sees. */
    public List<CustomField> seen() {
        List<CustomField> all = all();
        if (all.isEmpty()) {
            return all;
        }
        if (caller.get().kind() == Caller.Kind.CUSTOMER) {
            return all.stream()
                    .filter(field -> !field.isRetired() && field.getPortal() != CustomPortal.HIDDEN)
                    .toList();
        }
        Set<String> roles = roles();
        return all.stream()
                .filter(field -> isSystem() ? !field.isRetired() : field.isSeenBy(roles))
                .toList();
    }

    public boolean isChangeable(CustomField field) {
        if (caller.get().kind() == Caller.Kind.CUSTOMER) {
            return field.getPortal() == CustomPortal.EDITABLE && field.getType() != CustomType.FORMULA;
        }
        return isSystem() ? !field.isRetired() && field.getType() != CustomType.FORMULA : field.isChangedBy(roles());
    }

    private boolean isSystem() {
        return caller.get().kind() == Caller.Kind.SYSTEM;
    }

    private Set<String> roles() {
        return caller.get().kind() == Caller.Kind.STAFF
                ? staff.roles(caller.get().accountId())
                : Set.of();
    }

    /** What customers have in the fields: customer to code to text. */
    public Map<Long, Map<String, String>> texts(Collection<Long> customerIds, Collection<CustomField> fields) {
        Map<Long, Map<String, String>> texts = new HashMap<>();
        Map<Long, String> codes = fields.stream().collect(Collectors.toMap(CustomField::getId, CustomField::getCode));
        for (CustomValue value : values(customerIds, codes.keySet())) {
            texts.computeIfAbsent(value.getCustomerId(), id -> new LinkedHashMap<>())
                    .merge(codes.get(value.getFieldId()), value.plain(), (one, other) -> one + "," + other);
        }
        return texts;
    }

    private List<CustomValue> values(Collection<Long> customerIds, Collection<Long> fieldIds) {
        if (customerIds.isEmpty() || fieldIds.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select v from CustomValue v where v.customerId in :customers and v.fieldId in :fields"
                                + " order by v.id",
                        CustomValue.class)
                .setParameter("customers", customerIds)
                .setParameter("fields", fieldIds)
                .getResultList();
    }

    /**
     * Writes values by code; codes that are not named stay as they are, and those that the caller may not change are left
     * out.
     *
     * @return whether anything changed
     * @throws InvalidInput naming each wrong field {@code custom.CODE}
     */
    public boolean write(Customer customer, Map<String, String> wanted) {
        List<CustomField> fields = seen();
        Map<Long, Map<String, String>> texts = texts(List.of(customer.getId()), fields);
        boolean changed = write(customer, wanted, fields, texts.getOrDefault(customer.getId(), Map.of()), true);
        if (changed) {
            em.flush();
            compute(List.of(customer.getId()));
        }
        return changed;
    }

    /**
     * Writes the values of many customers as they come out of a file or are put back, whoever asks: a field that must be
     * filled in may be empty then, and a retired one keeps up.
     */
    public void writeAll(Map<Customer, Map<String, String>> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        List<CustomField> fields = all().stream()
                .filter(field -> field.getType() != CustomType.FORMULA)
                .toList();
        List<Long> ids = wanted.keySet().stream().map(Customer::getId).toList();
        Map<Long, Map<String, String>> texts = texts(ids, fields);
        List<Long> changed = new ArrayList<>();
        wanted.forEach((customer, values) -> {
            if (write(customer, values, fields, texts.getOrDefault(customer.getId(), Map.of()), false)) {
                changed.add(customer.getId());
            }
        });
        if (!changed.isEmpty()) {
            em.flush();
            compute(changed);
        }
    }

    private boolean write(
            Customer customer,
            Map<String, String> wanted,
            List<CustomField> fields,
            Map<String, String> before,
            boolean strict) {
        List<FieldError> errors = new ArrayList<>();
        Map<CustomField, List<Object>> parsed = new LinkedHashMap<>();
        for (CustomField field : fields) {
            if (!wanted.containsKey(field.getCode()) || strict && !isChangeable(field)) {
                continue;
            }
            String text = Normal.line(wanted.get(field.getCode()));
            if (!Objects.equals(text, before.get(field.getCode()))) {
                parsed.put(field, text == null && !strict ? List.of() : read(field, text, errors));
            } else if (strict && text == null && field.isNeeded()) {
                errors.add(FieldError.of(PREFIX + field.getCode(), "custom.error.needed", name(field)));
            }
        }
        InvalidInput.throwIfAny(errors);
        if (parsed.isEmpty()) {
            return false;
        }
        List<FieldChange> changes = new ArrayList<>();
        parsed.forEach((field, values) -> {
            replace(customer.getId(), field, values);
            changes.add(new FieldChange(
                    field.getLabel(), before.get(field.getCode()), Normal.line(wanted.get(field.getCode()))));
        });
        audit.record(new AuditEvent("changed", "customValue", customer.getPublicId(), customer.getId(), null, changes));
        return true;
    }

    private void replace(long customerId, CustomField field, List<Object> values) {
        values(List.of(customerId), List.of(field.getId())).forEach(em::remove);
        values.forEach(value -> em.persist(new CustomValue(field.getId(), customerId, value)));
    }

    /** @throws InvalidInput on {@code argument} when the field cannot hold that */
    void check(CustomField field, String text) {
        List<FieldError> errors = new ArrayList<>();
        read(field, text, errors);
        InvalidInput.throwIfAny(errors.stream()
                .map(error -> FieldError.of("argument", error.code(), name(field)))
                .toList());
    }

    /** What one customer has in a field, as text; null for nothing. */
    String text(long customerId, String code) {
        return texts(
                        List.of(customerId),
                        all().stream()
                                .filter(field -> field.getCode().equals(code))
                                .toList())
                .getOrDefault(customerId, Map.of())
                .get(code);
    }

    /** How the caller knows the field. */
    private String name(CustomField field) {
        return field.entry(null, false).label(caller.get().locale());
    }

    /** The values of a text; empty for nothing. Adds an error that names the field instead. */
    private List<Object> read(CustomField field, String text, List<FieldError> errors) {
        String name = PREFIX + field.getCode();
        if (text == null) {
            if (field.isNeeded()) {
                errors.add(FieldError.of(name, "custom.error.needed", name(field)));
            }
            return List.of();
        }
        Optional<List<Object>> values =
                switch (field.getType()) {
                    case NUMBER, MONEY ->
                        Optional.ofNullable(ConditionFields.number(text))
                                .map(value ->
                                        List.<Object>of(((BigDecimal) value).setScale(4, RoundingMode.HALF_EVEN)));
                    case DATE -> Optional.ofNullable(ConditionFields.day(text)).map(List::of);
                    case CHOICE -> field.choices().containsKey(text) ? Optional.of(List.of(text)) : Optional.empty();
                    case MULTI -> {
                        List<Object> chosen = List.copyOf(new TreeSet<>(List.of(text.split(","))));
                        yield chosen.size() <= MOST_CHOSEN
                                        && field.choices().keySet().containsAll(chosen)
                                ? Optional.of(chosen)
                                : Optional.empty();
                    }
                    case LINK -> WebAddress.safe(text).map(List::of);
                    case TEXT -> text.length() <= 1000 ? Optional.of(List.of(text)) : Optional.empty();
                    case FORMULA -> Optional.empty();
                };
        if (values.isEmpty()) {
            errors.add(FieldError.of(name, "custom.error." + field.getType(), name(field)));
        }
        return values.orElse(List.of());
    }

    /** Computes formulas anew after values came or went beside this book. */
    public void computeAgain(Collection<Long> customerIds) {
        compute(customerIds);
        em.flush();
    }

    /** Computes the formulas of some customers from what they have now. */
    void compute(Collection<Long> customerIds) {
        List<CustomField> all = all();
        List<CustomField> formulas = all.stream()
                .filter(field -> field.getType() == CustomType.FORMULA && !field.isRetired())
                .toList();
        if (formulas.isEmpty()) {
            return;
        }
        Map<Long, String> codes = all.stream()
                .filter(field -> field.getType() == CustomType.NUMBER || field.getType() == CustomType.MONEY)
                .collect(Collectors.toMap(CustomField::getId, CustomField::getCode));
        Map<Long, Map<String, BigDecimal>> numbers = new HashMap<>();
        values(customerIds, codes.keySet())
                .forEach(value -> numbers.computeIfAbsent(value.getCustomerId(), id -> new HashMap<>())
                        .put(codes.get(value.getFieldId()), value.getNumber()));
        for (CustomField formula : formulas) {
            compute(formula, customerIds, numbers);
        }
    }

    private void compute(CustomField field, Collection<Long> customerIds, Map<Long, Map<String, BigDecimal>> numbers) {
        try {
            Formula formula = Formula.of(field.getFormula());
            values(customerIds, List.of(field.getId())).forEach(em::remove);
            for (Long id : customerIds) {
                formula.value(numbers.getOrDefault(id, Map.of()))
                        .ifPresent(value -> em.persist(new CustomValue(field.getId(), id, value)));
            }
        } catch (Formula.Malformed checkedWhenSaved) {
            throw new IllegalStateException(checkedWhenSaved);
        }
    }
}
