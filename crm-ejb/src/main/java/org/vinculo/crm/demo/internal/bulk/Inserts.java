package org.vinculo.crm.demo.internal.bulk;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Rows that are inserted many at a time. */
final class Inserts implements Batch {

    private final PreparedStatement insert;
    private final int columns;
    private int waiting;
    private long rows;

    /** @param insert of one row, with a parameter for each column */
    Inserts(PreparedStatement insert) throws SQLException {
        this.insert = insert;
        this.columns = insert.getParameterMetaData().getParameterCount();
    }

    @Override
    public void add(Object... values) throws SQLException {
        if (values.length != columns) {
            throw new IllegalArgumentException(values.length + " values for " + columns + " columns");
        }
        for (int i = 0; i < values.length; i++) {
            set(i + 1, values[i]);
        }
        insert.addBatch();
        rows++;
        waiting++;
    }

    private void set(int column, Object value) throws SQLException {
        if (value == null) {
            insert.setNull(column, Types.VARCHAR);
        } else if (value instanceof String text) {
            insert.setString(column, text);
        } else if (value instanceof Long number) {
            insert.setLong(column, number);
        } else if (value instanceof Integer number) {
            insert.setInt(column, number);
        } else if (value instanceof Boolean flag) {
            insert.setBoolean(column, flag);
        } else if (value instanceof BigDecimal amount) {
            insert.setBigDecimal(column, amount);
        } else if (value instanceof LocalDate day) {
            insert.setDate(column, Date.valueOf(day));
        } else if (value instanceof LocalDateTime moment) {
            insert.setTimestamp(column, Timestamp.valueOf(moment));
        } else if (value instanceof Enum<?> choice) {
            insert.setString(column, choice.name());
        } else {
            throw new IllegalArgumentException("no column takes a " + value.getClass());
        }
    }

    @Override
    public void flush() throws SQLException {
        if (waiting > 0) {
            insert.executeBatch();
            waiting = 0;
        }
    }

    @Override
    public void finish() throws SQLException {
        flush();
    }

    @Override
    public int waiting() {
        return waiting;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
