package org.vinculo.crm.value.internal.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.vinculo.crm.shared.FreshStatement;
import org.vinculo.crm.value.entity.TierChange;

/** Reads and writes by the thousand with plain JDBC, on the connection of the present transaction. */
@ApplicationScoped
public class Bulk {

    private static final int FETCHED = 2000;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    /** Sets the parameters of one row. */
    interface Binder<T> {
        void bind(Args args, T row) throws SQLException;
    }

    /** Sets the parameters of a question. */
    interface Question {
        void ask(Args args) throws SQLException;
    }

    /** Takes a row of an answer. */
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Parameters in their order; what does not exist becomes null. */
    static final class Args {

        private final PreparedStatement statement;
        private int at;

        Args(PreparedStatement statement) {
            this.statement = statement;
        }

        Args set(long value) throws SQLException {
            statement.setLong(++at, value);
            return this;
        }

        Args set(String value) throws SQLException {
            statement.setString(++at, value);
            return this;
        }

        Args set(Enum<?> value) throws SQLException {
            statement.setString(++at, value == null ? null : value.name());
            return this;
        }

        Args set(BigDecimal value) throws SQLException {
            statement.setBigDecimal(++at, value);
            return this;
        }

        /** Neither infinity nor what is not a number can be kept. */
        Args set(double value) throws SQLException {
            if (Double.isFinite(value)) {
                statement.setDouble(++at, value);
            } else {
                statement.setNull(++at, Types.DOUBLE);
            }
            return this;
        }

        Args setNumber(Integer value) throws SQLException {
            if (value == null) {
                statement.setNull(++at, Types.INTEGER);
            } else {
                statement.setInt(++at, value);
            }
            return this;
        }

        Args set(LocalDate value) throws SQLException {
            statement.setDate(++at, value == null ? null : Date.valueOf(value));
            return this;
        }

        Args set(Instant value) throws SQLException {
            statement.setTimestamp(++at, Timestamp.valueOf(LocalDateTime.ofInstant(value, ZoneOffset.UTC)));
            return this;
        }
    }

    <T> void write(RefreshSql sql, Collection<T> rows, Binder<T> binder) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = FreshStatement.prepare(connection(), sql.sql())) {
            for (T row : rows) {
                binder.bind(new Args(statement), row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new BulkFailure(failure);
        }
    }

    int execute(RefreshSql sql, Question question) {
        try (PreparedStatement statement = FreshStatement.prepare(connection(), sql.sql())) {
            question.ask(new Args(statement));
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new BulkFailure(failure);
        }
    }

    void read(RefreshSql sql, Question question, Reader reader) {
        try (PreparedStatement statement = FreshStatement.prepare(connection(), sql.sql())) {
            statement.setFetchSize(FETCHED);
            question.ask(new Args(statement));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException failure) {
            throw new BulkFailure(failure);
        }
    }

    /** An id from the blocks that the persistence unit hands out. */
    long nextId() {
        return ((Number) em.unwrap(AbstractSession.class).getSequencing().getNextValue(TierChange.class)).longValue();
    }

    static LocalDate day(ResultSet row, int column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    static Double number(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : Double.valueOf(number);
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** What the database refused; the boundary reads the cause. */
    static final class BulkFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BulkFailure(SQLException cause) {
            super(cause);
        }
    }
}
