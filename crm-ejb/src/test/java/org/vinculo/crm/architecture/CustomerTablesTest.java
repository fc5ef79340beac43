package org.vinculo.crm.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.persistence.Database;

/** When two records become one, nothing may be forgotten. */
class CustomerTablesTest {

    /**
     * A new table with a customer in it fails here: name it in {@link CustomerMerger#tables} of a bean of its room, and
     * move its rows there.
     */
    @Test
    void everyTableThatRefersToACustomerIsMerged() throws SQLException {
        List<String> named = mergers().stream()
                .flatMap(merger -> merger.tables().stream())
                .sorted()
                .toList();

        assertThat(named).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(named)).isEqualTo(tablesWithCustomers());
    }

    static List<CustomerMerger> mergers() {
        List<CustomerMerger> mergers = new ArrayList<>();
        Compiled.CLASSES.stream()
                .filter(type -> type.isAssignableTo(CustomerMerger.class) && !type.isInterface())
                .forEach(type -> {
                    try {
                        mergers.add((CustomerMerger)
                                type.reflect().getDeclaredConstructor().newInstance());
                    } catch (ReflectiveOperationException failure) {
                        throw new IllegalStateException(type.getName(), failure);
                    }
                });
        return mergers;
    }

    /** By the name of a column or by a foreign key, whatever the column is called. */
    private static Set<String> tablesWithCustomers() throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = Database.DERBY.dataSource().getConnection()) {
            DatabaseMetaData meta = connection.getMetaData();
            try (ResultSet columns = meta.getColumns(null, "CRM", "%", "CUSTOMER_ID")) {
                while (columns.next()) {
                    tables.add(columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
            try (ResultSet keys = meta.getExportedKeys(null, "CRM", "CUSTOMER")) {
                while (keys.next()) {
                    tables.add(keys.getString("FKTABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return tables;
    }
}
