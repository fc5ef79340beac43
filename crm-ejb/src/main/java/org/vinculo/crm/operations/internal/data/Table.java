package org.vinculo.crm.operations.internal.data;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as both databases have it.
 *
 * @param name in lower case
 * @param columns in alphabetical order, which is the same in both databases
 * @param references its foreign keys
 */
record Table(String name, List<Column> columns, List<Reference> references) {

    Table {
        columns = List.copyOf(columns);
        references = List.copyOf(references);
    }

    /** A column, its name in lower case. */
    record Column(String name, Kind kind) {}

    /** A foreign key as the database has it, to be taken away and put back. */
    record Reference(String name, List<String> columns, String to, List<String> toColumns, String onDelete) {

        Reference {
            columns = List.copyOf(columns);
            toColumns = List.copyOf(toColumns);
        }

        String drop(String table) {
            return "alter table " + table + " drop constraint " + name;
        }

        String add(String table) {
            return "alter table " + table + " add constraint " + name + " foreign key (" + String.join(", ", columns)
                    + ") references " + to + " (" + String.join(", ", toColumns) + ")" + onDelete;
        }
    }

    String select() {
        return "select " + names() + " from " + name;
    }

    String insert() {
        return "insert into " + name + " (" + names() + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
