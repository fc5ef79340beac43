package org.vinculo.crm.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How long something is kept. After that its rows go, or what they say.
 *
 * @param code name of the rule; its text is {@code privacy.rule.<code>}
 * @param table the table, which has an {@code id}; null when the room does it itself
 * @param overdue condition in SQL for rows that are too old; {@code ?1} is the moment before which they are
 * @param emptied columns that are emptied, with what they hold afterwards; nothing when the rows go
 * @param usualDays days until then when nobody chose otherwise
 * @param leastDays fewest days that may be chosen
 */
public record RetentionRule(
        String code, String table, String overdue, Map<String, String> emptied, int usualDays, int leastDays) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    public RetentionRule {
        emptied = new LinkedHashMap<>(emptied);
        if (table != null) {
            PersonalTable.requireName(NAME, table);
        }
        emptied.keySet().forEach(column -> PersonalTable.requireName(NAME, column));
    }

    /** Something that the room itself removes, because rows are not all of it. */
    public static RetentionRule byRoom(String code, int usualDays, int leastDays) {
        return new RetentionRule(code, null, null, Map.of(), usualDays, leastDays);
    }

    public boolean isByRoom() {
        return table == null;
    }

    /** Rows that go. */
    public static RetentionRule rows(String code, String table, String overdue, int usualDays, int leastDays) {
        return new RetentionRule(code, table, overdue, Map.of(), usualDays, leastDays);
    }

    /** Counts what is too old. */
    public PersonalTable.Statement count() {
        return new PersonalTable.Statement("select count(*) from " + table + " where " + overdue);
    }

    /** Removes the oldest of it, a thousand rows at most. */
    public PersonalTable.Statement apply() {
        String some = " where id in (select id from " + table + " where " + overdue
                + " order by id fetch first 1000 rows only)";
        return new PersonalTable.Statement(
                emptied.isEmpty()
                        ? "delete from " + table + some
                        : "update " + table + " set "
                                + emptied.entrySet().stream()
                                        .map(column -> column.getKey() + " = " + column.getValue())
                                        .collect(Collectors.joining(", "))
                                + some);
    }
}
