package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.internal.ConditionFields;
import org.vinculo.crm.party.internal.ConditionSql;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;

/** What the list of customers can be narrowed by in a sentence, and the sentence itself. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_VIEW)
public class ListConditions {
    private static final int LONGEST_NUMBER = 40;

    /** Without an exponent: a few characters of it would ask for gigabytes of digits. */
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    @Inject
    ConditionFields fields;

    @Inject
    ConditionSql sql;

    /** What the caller may test, in its order. */
    public List<ConditionTitle> fields() {
        return fields.permitted().values().stream()
                .map(field -> new ConditionTitle(field.name(), field.title(), field.type(), field.values()))
                .toList();
    }

    /** @throws InvalidInput on {@code where} when the caller may not test something in it, or a value makes no sense */
    public void check(Condition condition) {
        sql.check(condition);
    }

    /** The condition as a sentence; what is not known any longer is named as it is stored. */
    public Phrase words(Condition condition) {
        return words(condition, fields.permitted(), true);
    }

    private static Phrase words(Condition condition, Map<String, ConditionField> known, boolean outermost) {
        if (condition instanceof Condition.Test test) {
            return words(test, known.get(test.field()));
        }
        Condition.Group group = (Condition.Group) condition;
        Phrase all = null;
        for (Condition part : group.parts()) {
            Phrase one = words(part, known, false);
            all = all == null ? one : group.any() ? Phrase.of("list.or", all, one) : Phrase.of("list.and", all, one);
        }
        return outermost || group.parts().size() < 2 ? all : Phrase.of("list.group", all);
    }

    private static Phrase words(Condition.Test test, ConditionField field) {
        String key = "list.words." + test.operator();
        if (field == null) {
            return Phrase.of(key, test.field(), String.join(", ", test.values()));
        }
        if (test.operator().standsAlone()) {
            return Phrase.of(key, field.title());
        }
        Phrase values = null;
        for (String value : test.values()) {
            Phrase one = value(value, field, test.operator());
            values = values == null ? one : Phrase.of("list.or", values, one);
        }
        return Phrase.of(key, field.title(), values == null ? Phrase.value("?") : values);
    }

    private static Phrase value(String value, ConditionField field, Condition.Operator operator) {
        return field.values().stream()
                .filter(each -> each.code().equals(value))
                .findFirst()
                .map(ConditionField.Value::text)
                .orElseGet(() -> Phrase.value(typed(value, field.type(), operator)));
    }

    private static Serializable typed(String value, ConditionField.Type type, Condition.Operator operator) {
        boolean days = operator == Condition.Operator.LAST_DAYS || operator == Condition.Operator.OLDER_DAYS;
        try {
            return switch (type) {
                case NUMBER ->
                    value.length() <= LONGEST_NUMBER
                                    && PLAIN_NUMBER.matcher(value).matches()
                            ? new BigDecimal(value)
                            : value;
                case DATE, MOMENT -> days ? value : LocalDate.parse(value);
                case TEXT -> "“" + value + "”";
                default -> value;
            };
        } catch (NumberFormatException | DateTimeParseException asItIs) {
            return value;
        }
    }
}
