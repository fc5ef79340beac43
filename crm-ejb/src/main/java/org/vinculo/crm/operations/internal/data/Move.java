package org.vinculo.crm.operations.internal.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.vinculo.crm.platform.SchemaVersion;

/**
 * Carries a whole database into an empty one. The target gets the schema of the source, then all rows in one
 * transaction, which ends only after every table was read back from the target and found equal. A move that failed or
 * was killed leaves a mark in the target, by which the next one knows that it may begin anew.
 */
public final class Move {

    private static final String MARK = "crm_move";

    private final DataSource from;
    private final DataSource to;
    private final Consumer<String> say;

    /** @param say takes a line for each table that was carried over */
    public Move(DataSource from, DataSource to, Consumer<String> say) {
        this.from = from;
        this.to = to;
        this.say = say;
    }

    /**
     * @return the number of rows carried over
     * @throws Refused when the target is not empty, the schemas differ, or what arrived is not what was sent
     */
    public long run() throws SQLException, Refused {
        SchemaVersion source = new SchemaVersion(from);
        String version = source.present();
        if (version.isEmpty()) {
            throw new Refused("there is no installation in the database to move.");
        }
        if (source.isNewerThanProduct()) {
            throw new Refused("the database belongs to a newer version of the product (schema " + version + ").");
        }
        prepare(version, source.pending());
        try (Connection out = from.getConnection();
                Connection in = to.getConnection()) {
            out.setAutoCommit(false);
            in.setAutoCommit(false);
            try {
                long rows = carry(out, in);
                in.commit();
                return rows;
            } finally {
                in.rollback();
                out.rollback();
            }
        }
    }

    private void prepare(String version, Set<String> notApplied) throws SQLException, Refused {
        boolean empty;
        try (Connection connection = to.getConnection()) {
            List<String> there = Catalog.names(connection);
            empty = there.isEmpty();
            boolean tried = there.stream()
                    .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(MARK));
            if (!empty && !tried) {
                throw new Refused("the target is not empty: it holds " + there.size() + " tables.");
            }
        }
        SchemaVersion target = new SchemaVersion(to);
        if (!empty) {
            say.accept("begins anew what an earlier try left");
            target.wipe();
        }
        try (Connection connection = to.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table crm_move (begun integer)");
        }
        target.migrateTo(version, notApplied);
    }

    private long carry(Connection out, Connection in) throws SQLException, Refused {
        List<Table> tables = Catalog.tables(out);
        List<Table> targets = Catalog.tables(in).stream()
                .filter(table -> !table.name().equals(MARK))
                .toList();
        Tables.requireAlike(tables, targets);
        Rows.clear(in, targets);
        long rows = 0;
        for (Table table : tables) {
            Sum sent = new Sum();
            try (Rows.Filling filling = new Rows.Filling(in, table)) {
                Rows.<RuntimeException>read(out, table, row -> {
                    sent.add(table.columns(), row);
                    filling.add(row);
                });
                filling.flush();
            }
            Sum.Total arrived = Rows.sum(in, table);
            if (!arrived.equals(sent.total())) {
                throw new Refused("table " + table.name() + " arrived with " + arrived + " instead of " + sent.total());
            }
            rows += arrived.rows();
            say.accept(table.name() + ": " + arrived.rows() + " rows, " + arrived.hash());
        }
        Rows.bind(in, targets);
        SortedMap<String, Long> sequences = Catalog.sequences(out);
        for (Map.Entry<String, Long> sequence : sequences.entrySet()) {
            Catalog.restart(in, sequence.getKey(), sequence.getValue());
            say.accept("sequence " + sequence.getKey() + " goes on with " + sequence.getValue());
        }
        try (Statement statement = in.createStatement()) {
            statement.execute("drop table crm_move");
        }
        return rows;
    }
}
