package org.vinculo.crm.purchase.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vinculo.crm.shared.FreshStatement;

/** Statements for many rows or keys at once, on the connection of the present transaction. */
final class JdbcBatch {

    private JdbcBatch() {}

    interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    interface Parameter<T> {
        void set(PreparedStatement statement, int at, T value) throws SQLException;
    }

    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Once for each row; says how many rows of the table each of them changed. */
    static <T> int[] write(Connection connection, PurchaseSql statementText, Collection<T> rows, Binder<T> binder) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = FreshStatement.prepare(connection, statementText.sql())) {
            for (T row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException failure) {
            throw new BatchFailure(failure);
        }
    }

    /**
     * Many ids at a time: Derby may look through the whole table for each execution.
     *
     * @return rows that changed
     */
    static int forAll(Connection connection, PurchaseSql statementText, Collection<Long> ids) {
        int changed = 0;
        List<Long> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += PurchaseSql.ASKED) {
            try (PreparedStatement statement = FreshStatement.prepare(connection, statementText.sql())) {
                bind(statement, all, from, PreparedStatement::setLong);
                changed += statement.executeUpdate();
            } catch (SQLException failure) {
                throw new BatchFailure(failure);
            }
        }
        return changed;
    }

    static <T> void ask(
            Connection connection, PurchaseSql question, List<T> keys, Parameter<T> parameter, Reader reader) {
        for (int from = 0; from < keys.size(); from += PurchaseSql.ASKED) {
            try (PreparedStatement statement = FreshStatement.prepare(connection, question.sql())) {
                bind(statement, keys, from, parameter);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        reader.read(rows);
                    }
                }
            } catch (SQLException failure) {
                throw new BatchFailure(failure);
            }
        }
    }

    private static <T> void bind(PreparedStatement statement, List<T> keys, int from, Parameter<T> parameter)
            throws SQLException {
        for (int i = 0; i < PurchaseSql.ASKED; i++) {
            parameter.set(statement, i + 1, keys.get(Math.min(from + i, keys.size() - 1)));
        }
    }

    /** What the database refused; the boundary reads the cause. */
    static final class BatchFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BatchFailure(SQLException cause) {
            super(cause);
        }
    }
}
