package org.vinculo.crm.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table with personal data: how the rows of a customer are found, what is given out of them, for which purpose they are
 * kept, and what becomes of them when the customer is forgotten. Everything in here is written in the source of the room;
 * names are checked, so that nothing else can become part of a statement.
 */
public final class PersonalTable {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /** Text of a statement made of declarations. */
    public record Statement(String sql) {}

    private final String table;
    private final String code;
    private final PersonalPurpose purpose;
    private final List<String> given = new ArrayList<>();
    private final Set<String> hidden = new LinkedHashSet<>();
    private final Map<String, String> lookups = new LinkedHashMap<>();
    private final Map<String, String> emptied = new LinkedHashMap<>();
    private String rows = PersonalRows.OF_CUSTOMER;
    private String order = "id";
    private String at;
    private String by;
    private String origin;
    private boolean exported = true;
    private PersonalFate fate = PersonalFate.DELETED;
    private PersonalGround ground;

    private PersonalTable(String table, String code, PersonalPurpose purpose) {
        requireName(NAME, table);
        this.table = table;
        this.code = code;
        this.purpose = purpose;
    }

    /** Rows of a table that has the customer's id and an id of its own, and that go with the customer. */
    public static PersonalTable of(String table, PersonalPurpose purpose) {
        return new PersonalTable(table, table, purpose);
    }

    /** As {@link #of(String, PersonalPurpose)}, for a table that is named twice. */
    public static PersonalTable of(String table, String code, PersonalPurpose purpose) {
        return new PersonalTable(table, code, purpose);
    }

    static void requireName(Pattern pattern, String name) {
        if (!pattern.matcher(name).matches()) {
            throw new IllegalArgumentException(name + " is no name of a table or column");
        }
    }

    /** Condition by which the rows are found; {@code ?1} is the customer's internal id. */
    public PersonalTable where(String condition) {
        rows = condition;
        return this;
    }

    /** The column that orders the rows, where it is not {@code id}. */
    public PersonalTable orderedBy(String column) {
        requireName(NAME, column);
        order = column;
        return this;
    }

    /** The columns that the customer gets, in this order; their texts are {@code privacy.field.<column>}. */
    public PersonalTable gives(String... columns) {
        for (String column : columns) {
            requireName(NAME, column);
            given.add(column);
        }
        return this;
    }

    /**
     * Something that stands in another table, given before the columns that follow.
     *
     * @param name its text is {@code privacy.field.<name>}
     * @param sql expression over the row, constant text
     */
    public PersonalTable looksUp(String name, String sql) {
        requireName(NAME, name);
        given.add(name);
        lookups.put(name, sql);
        return this;
    }

    /** Columns with text that say nothing to anybody: search keys, hashes, names of stored files. */
    public PersonalTable hides(String... columns) {
        for (String column : columns) {
            requireName(NAME, column);
            hidden.add(column);
        }
        return this;
    }

    /** Nothing of it is given out: it only repeats what another table says, or would open an account. */
    public PersonalTable notGiven() {
        exported = false;
        return this;
    }

    /** The columns that say when it was collected and by whom; null where there is none. */
    public PersonalTable collected(String atColumn, String byColumn) {
        at = atColumn;
        by = byColumn;
        return this;
    }

    /** The column that says where it comes from. */
    public PersonalTable origin(String column) {
        origin = column;
        return this;
    }

    /** The rows stay; {@link #empties} says what goes. */
    public PersonalTable anonymised(PersonalGround reason) {
        fate = PersonalFate.ANONYMISED;
        ground = reason;
        return this;
    }

    /** The rows stay as they are. */
    public PersonalTable kept(PersonalGround reason) {
        fate = PersonalFate.KEPT;
        ground = reason;
        return this;
    }

    public PersonalTable empties(String... columns) {
        for (String column : columns) {
            puts(column, "null");
        }
        return this;
    }

    /** A column and what it holds afterwards, as SQL. */
    public PersonalTable puts(String column, String sql) {
        requireName(NAME, column);
        emptied.put(column, sql);
        return this;
    }

    /** The rows with the columns that are given, in their order. */
    public Statement select() {
        String wanted = columns().stream()
                .map(column -> lookups.containsKey(column) ? lookups.get(column) + " as " + column : column)
                .collect(Collectors.joining(", "));
        return new Statement("select " + wanted + " from " + table + " where " + rows + " order by " + order);
    }

    public Statement count() {
        return new Statement("select count(*) from " + table + " where " + rows);
    }

    /** What the erasure does; null when the rows stay as they are. */
    public Statement erase() {
        return switch (fate) {
            case DELETED -> new Statement("delete from " + table + " where " + rows);
            case ANONYMISED ->
                new Statement("update " + table + " set "
                        + emptied.entrySet().stream()
                                .map(column -> column.getKey() + " = " + column.getValue())
                                .collect(Collectors.joining(", "))
                        + " where " + rows);
            case KEPT -> null;
        };
    }

    /** The columns of {@link #select}: those that are given, and those that say when, by whom and from where. */
    public List<String> columns() {
        Set<String> columns = new LinkedHashSet<>(given);
        for (String column : new String[] {at, by, origin}) {
            if (column != null) {
                columns.add(column);
            }
        }
        return List.copyOf(columns);
    }

    /** Every column that the declaration speaks of. */
    public Set<String> spokenOf() {
        Set<String> all = new LinkedHashSet<>(columns());
        all.removeAll(lookups.keySet());
        all.addAll(hidden);
        all.addAll(emptied.keySet());
        return all;
    }

    public String table() {
        return table;
    }

    /** Name among the sections; its text is {@code privacy.data.<code>}. */
    public String code() {
        return code;
    }

    public PersonalPurpose purpose() {
        return purpose;
    }

    public List<String> given() {
        return List.copyOf(given);
    }

    public String at() {
        return at;
    }

    public String by() {
        return by;
    }

    public String origin() {
        return origin;
    }

    public boolean exported() {
        return exported;
    }

    public PersonalFate fate() {
        return fate;
    }

    /** Why rows stay; null when they go. */
    public PersonalGround ground() {
        return ground;
    }

    public Map<String, String> emptied() {
        return Map.copyOf(emptied);
    }
}
