package org.vinculo.crm.operations.internal.data;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Sorts of values, and how one goes from a database to bytes and back. Equal values have equal bytes everywhere. */
enum Kind {
    NUMBER {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            long value = row.getLong(column);
            return row.wasNull() ? null : value;
        }

        @Override
        void write(Object value, DataOutput out) throws IOException {
            out.writeLong((Long) value);
        }

        @Override
        Object read(DataInput in) throws IOException {
            return in.readLong();
        }
    },
    DECIMAL {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getBigDecimal(column);
        }

        @Override
        void write(Object value, DataOutput out) throws IOException {
            BigDecimal number = (BigDecimal) value;
            bytes(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString(), out);
        }

        @Override
        Object read(DataInput in) throws IOException {
            return new BigDecimal(string(in));
        }
    },
    DOUBLE {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            double value = row.getDouble(column);
            return row.wasNull() ? null : value;
        }

        @Override
        void write(Object value, DataOutput out) throws IOException {
            // Derby has no negative zero
            out.writeDouble((Double) value == 0 ? 0 : (Double) value);
        }

        @Override
        Object read(DataInput in) throws IOException {
            return in.readDouble();
        }
    },
    BOOLEAN {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            boolean value = row.getBoolean(column);
            return row.wasNull() ? null : value;
        }

        @Override
        void write(Object value, DataOutput out) throws IOException {
            out.writeBoolean((Boolean) value);
        }

        @Override
        Object read(DataInput in) throws IOException {
            return in.readBoolean();
        }
    },
    DAY {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            Date value = row.getDate(column);
            return value == null ? null : value.toLocalDate();
        }

        @Override
        void set(PreparedStatement statement, int column, Object value) throws SQLException {
            statement.setDate(column, value == null ? null : Date.valueOf((LocalDate) value));
        }

        @Override
        void write(Object value, DataOutput out) throws IOException {
            out.writeLong(((LocalDate) value).toEpochDay());
        }

        @Override
        Object read(DataInput in) throws IOException {
            return LocalDate.ofEpochDay(in.readLong());
        }
    },
    TIME {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            Time value = row.getTime(column);
            return value == null ? null : value.toLocalTime();
        }

        @Override
        void set(PreparedStatement statement, int column, Object value) throws SQLException {
            statement.setTime(column, value == null ? null : Time.valueOf((LocalTime) value));
        }

        @Override
        void write(Object value, DataOutput out) throws IOException {
            out.writeInt(((LocalTime) value).toSecondOfDay());
        }

        @Override
        Object read(DataInput in) throws IOException {
            return LocalTime.ofSecondOfDay(in.readInt());
        }
    },
    MOMENT {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            Timestamp value = row.getTimestamp(column);
            return value == null ? null : value.toLocalDateTime();
        }

        @Override
        void set(PreparedStatement statement, int column, Object value) throws SQLException {
            statement.setTimestamp(column, value == null ? null : Timestamp.valueOf((LocalDateTime) value));
        }

        @Override
        void write(Object value, DataOutput out) throws IOException {
            LocalDateTime moment = (LocalDateTime) value;
            out.writeLong(moment.toLocalDate().toEpochDay());
            out.writeLong(moment.toLocalTime().toNanoOfDay());
        }

        @Override
        Object read(DataInput in) throws IOException {
            return LocalDateTime.of(LocalDate.ofEpochDay(in.readLong()), LocalTime.ofNanoOfDay(in.readLong()));
        }
    },
    TEXT {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        void set(PreparedStatement statement, int column, Object value) throws SQLException {
            statement.setString(column, (String) value);
        }

        @Override
        void write(Object value, DataOutput out) throws IOException {
            bytes((String) value, out);
        }

        @Override
        Object read(DataInput in) throws IOException {
            return string(in);
        }
    },
    BYTES {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getBytes(column);
        }

        @Override
        void set(PreparedStatement statement, int column, Object value) throws SQLException {
            statement.setBytes(column, (byte[]) value);
        }

        @Override
        void write(Object value, DataOutput out) throws IOException {
            byte[] bytes = (byte[]) value;
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        @Override
        Object read(DataInput in) throws IOException {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            return bytes;
        }
    };

    static Kind of(int sqlType, String table, String column) {
        return switch (sqlType) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> NUMBER;
            case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> DOUBLE;
            case Types.BOOLEAN, Types.BIT -> BOOLEAN;
            case Types.DATE -> DAY;
            case Types.TIME -> TIME;
            case Types.TIMESTAMP -> MOMENT;
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default ->
                throw new IllegalArgumentException(
                        "No way to carry values of SQL type " + sqlType + " in " + table + "." + column);
        };
    }

    abstract Object get(ResultSet row, int column) throws SQLException;

    void set(PreparedStatement statement, int column, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(column, sqlType());
        } else {
            statement.setObject(column, value);
        }
    }

    private int sqlType() {
        return switch (this) {
            case NUMBER -> Types.BIGINT;
            case DECIMAL -> Types.DECIMAL;
            case DOUBLE -> Types.DOUBLE;
            default -> Types.BOOLEAN;
        };
    }

    abstract void write(Object value, DataOutput out) throws IOException;

    abstract Object read(DataInput in) throws IOException;

    private static void bytes(String text, DataOutput out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String string(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
