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
    void append(ListSql sql, Condition condition) {
        append(sql, condition, fields.permitted());
    }

    /** As {@link #append}, without a query: whether the condition can be asked at all. */
    public void check(Condition condition) {
        append(new ListSql(null, ""), condition);
    }

    private void append(ListSql sql, Condition condition, Map<String, ConditionField> known) {
        if (condition instanceof Condition.Test test) {
            test(sql, test, known);
            return;
        }
        Condition.Group group = (Condition.Group) condition;
        if (group.parts().isEmpty()) {
            throw wrong();
        }
        sql.append("(");
        boolean first = true;
        for (Condition part : group.parts()) {
            if (!first) {
                sql.append(group.any() ? " or " : " and ");
            }
            first = false;
            append(sql, part, known);
        }
        sql.append(")");
    }

    private void test(ListSql sql, Condition.Test test, Map<String, ConditionField> known) {
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
                    sql.append("not ");
                    begin(sql, field);
                    sql.append("1 = 1)");
                } else {
                    sql.append(field.column()).append(" is null");
                }
            }
            case KNOWN -> {
                if (beside) {
                    begin(sql, field);
                    sql.append("1 = 1)");
                } else {
                    sql.append(field.column()).append(" is not null");
                }
            }
            case IS_NOT -> {
                if (beside) {
                    sql.append("not ");
                } else {
                    sql.append("(").append(field.column()).append(" is null or not ");
                }
                compare(sql, field, test);
                sql.append(beside ? "" : ")");
            }
            default -> compare(sql, field, test);
        }
    }

    private static void begin(ListSql sql, ConditionField field) {
        sql.append(field.sql());
        if (field.key() != null) {
            sql.value(field.key()).append(" and ");
        }
    }

    private void compare(ListSql sql, ConditionField field, Condition.Test test) {
        boolean beside = !field.sql().isEmpty();
        if (beside) {
            begin(sql, field);
        } else {
            sql.append("(");
        }
        sql.append(field.column());
        switch (test.operator()) {
            case IS, IS_NOT -> sql.append(" in (").values(values(field, test)).append(")");
            case BEGINS -> sql.append(" like ").value(pattern("", one(field, test))).append(" escape '!'");
            case CONTAINS -> sql.append(" like ").value(pattern("%", one(field, test))).append(" escape '!'");
            case AT_LEAST -> sql.append(" >= ").value(bound(field, test, 0));
            case AT_MOST -> {
                boolean moment = field.type() == ConditionField.Type.MOMENT;
                sql.append(moment ? " < " : " <= ").value(bound(field, test, moment ? 1 : 0));
            }
            case LAST_DAYS -> sql.append(" >= ").value(at(field, today().minusDays(days(test))));
            case OLDER_DAYS -> sql.append(" < ").value(at(field, today().minusDays(days(test))));
            default -> throw wrong();
        }
        sql.append(")");
    }

    /** Filters of other rooms take one value at a time, and close their own bracket with it. */
    private static void filter(ListSql sql, FilterField field, Condition.Test test) {
        sql.append(test.operator() == Condition.Operator.IS_NOT ? "not (" : "(");
        boolean first = true;
        for (Object value : values(field, test)) {
            sql.append(first ? "" : " or ").append(field.sql()).value(value).append(")");
            first = false;
        }
        sql.append(")");
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
                ? ListSql.utc(day.atStartOfDay(zone()).toInstant())
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
