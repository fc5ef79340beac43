package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.party.Condition;
import org.vinculo.crm.party.ConditionField;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.SqlText;

/** Conditions as SQL over the customer {@code c}: constant text by field and operator, every value a parameter. */
@ApplicationScoped
public class ConditionSql {

    private static final int MOST_DAYS = 36_500;

    @Inject
    ConditionFields fields;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** @throws InvalidInput on {@code where} when the caller may not test something, or cannot so */
    void append(SqlText sql, Condition condition) {
        append(sql, condition, fields.permitted());
    }

    /** As {@link #append}, without a query: whether the condition can be asked at all. */
    public void check(Condition condition) {
        append(SqlText.empty(), condition);
    }

    private void append(SqlText sql, Condition condition, Map<String, ConditionField> known) {
        if (condition instanceof Condition.Test test) {
            test(sql, test, known);
            return;
        }
        Condition.Group group = (Condition.Group) condition;
        if (group.parts().isEmpty()) {
            throw wrong();
        }
        sql.sqlPart("(");
        boolean first = true;
        for (Condition part : group.parts()) {
            if (!first) {
                sql.sqlPart(group.any() ? " or " : " and ");
            }
            first = false;
            append(sql, part, known);
        }
        sql.sqlPart(")");
    }

    private void test(SqlText sql, Condition.Test test, Map<String, ConditionField> known) {
        ConditionField field = known.get(test.field());
        if (field == null || !field.type().operators().contains(test.operator())) {
            throw wrong();
        }
        if (field instanceof FilterField filter) {
            filter(sql, filter, test);
            return;
        }
        boolean beside = !field.sql().isEmpty();
        switch (test.operator()) {
            case UNKNOWN -> {
                if (beside) {
                    sql.sqlPart("not ");
                    begin(sql, field);
                    sql.sqlPart("1 = 1)");
                } else {
                    sql.sqlPart(field.column()).sqlPart(" is null");
                }
            }
            case KNOWN -> {
                if (beside) {
                    begin(sql, field);
                    sql.sqlPart("1 = 1)");
                } else {
                    sql.sqlPart(field.column()).sqlPart(" is not null");
                }
            }
            case IS_NOT -> {
                if (beside) {
                    sql.sqlPart("not ");
                } else {
                    sql.sqlPart("(").sqlPart(field.column()).sqlPart(" is null or not ");
                }
                compare(sql, field, test);
                sql.sqlPart(beside ? "" : ")");
            }
            default -> compare(sql, field, test);
        }
    }

    private static void begin(SqlText sql, ConditionField field) {
        sql.sqlPart(field.sql());
        if (field.key() != null) {
            sql.value(field.key()).sqlPart(" and ");
        }
    }

    private void compare(SqlText sql, ConditionField field, Condition.Test test) {
        boolean beside = !field.sql().isEmpty();
        if (beside) {
            begin(sql, field);
        } else {
            sql.sqlPart("(");
        }
        sql.sqlPart(field.column());
        switch (test.operator()) {
            case IS, IS_NOT -> sql.sqlPart(" in (").values(values(field, test)).sqlPart(")");
            case BEGINS ->
                sql.sqlPart(" like ").value(pattern("", one(field, test))).sqlPart(" escape '!'");
            case CONTAINS ->
                sql.sqlPart(" like ").value(pattern("%", one(field, test))).sqlPart(" escape '!'");
            case AT_LEAST -> sql.sqlPart(" >= ").value(bound(field, test, 0));
            case AT_MOST -> {
                boolean moment = field.type() == ConditionField.Type.MOMENT;
                sql.sqlPart(moment ? " < " : " <= ").value(bound(field, test, moment ? 1 : 0));
            }
            case LAST_DAYS -> sql.sqlPart(" >= ").value(at(field, today().minusDays(days(test))));
            case OLDER_DAYS -> sql.sqlPart(" < ").value(at(field, today().minusDays(days(test))));
            default -> throw wrong();
        }
        sql.sqlPart(")");
    }

    /** Filters of other rooms take one value at a time. */
    private static void filter(SqlText sql, FilterField field, Condition.Test test) {
        sql.sqlPart(test.operator() == Condition.Operator.IS_NOT ? "not (" : "(");
        boolean first = true;
        for (Object value : values(field, test)) {
            sql.sqlPart(first ? "" : " or ").add(field.filter().condition(value.toString()));
            first = false;
        }
        sql.sqlPart(")");
    }

    private static List<Object> values(ConditionField field, Condition.Test test) {
        List<Object> values = test.values().stream()
                .filter(value -> !value.isBlank())
                .map(field::parameter)
                .toList();
        if (values.isEmpty() || values.stream().anyMatch(Objects::isNull)) {
            throw wrong();
        }
        return values;
    }

    private static String one(ConditionField field, Condition.Test test) {
        return Stream.ofNullable(values(field, test).get(0))
                .map(Object::toString)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow(ConditionSql::wrong);
    }

    private static String pattern(String before, String text) {
        return before + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private Object bound(ConditionField field, Condition.Test test, int daysLater) {
        Object value = values(field, test).get(0);
        return value instanceof LocalDate day ? at(field, day.plusDays(daysLater)) : value;
    }

    private Object at(ConditionField field, LocalDate day) {
        return field.type() == ConditionField.Type.MOMENT
                ? day.atStartOfDay(zone()).toInstant()
                : day;
    }

    private static int days(Condition.Test test) {
        String text = test.values().isEmpty() ? "" : test.values().get(0);
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > MOST_DAYS) {
            throw wrong();
        }
        return Integer.parseInt(text);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        return caller.get().zone();
    }

    private static InvalidInput wrong() {
        return InvalidInput.field("where", "list.error.condition");
    }
}
