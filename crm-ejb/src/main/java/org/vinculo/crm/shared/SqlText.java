package org.vinculo.crm.shared;

import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A statement in SQL or a part of one: constant text, and the values for its places, which never become text. Parts can be
 * put together in any order; the places are numbered when the whole is written.
 */
public final class SqlText {

    private record Place(Object value) {}

    /** A statement as it is sent: equal when both its text and its values are. */
    public record Filled(String sql, List<Object> values) {

        public Filled {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    private final List<Object> parts = new ArrayList<>();

    private SqlText() {}

    public static SqlText empty() {
        return new SqlText();
    }

    /** @param constant text out of the source; a test of the architecture refuses anything else */
    public SqlText sqlPart(String constant) {
        parts.add(constant);
        return this;
    }

    public SqlText value(Object value) {
        parts.add(new Place(written(value)));
        return this;
    }

    /** Several values with commas between, for {@code in}. */
    public SqlText values(Collection<?> values) {
        String between = "";
        for (Object value : values) {
            parts.add(between);
            value(value);
            between = ", ";
        }
        return this;
    }

    public SqlText add(SqlText other) {
        parts.addAll(other.parts);
        return this;
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The text with numbered places. */
    public String sql() {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (Object part : parts) {
            if (part instanceof Place) {
                number++;
                text.append('?').append(number);
            } else {
                text.append(part);
            }
        }
        return text.toString();
    }

    /** To compare with others. */
    public Filled filled() {
        List<Object> values = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof Place place) {
                values.add(place.value());
            }
        }
        return new Filled(sql(), values);
    }

    /** Gives a query of {@link #sql} its values. */
    public Query fill(Query query) {
        int number = 0;
        for (Object part : parts) {
            if (part instanceof Place place) {
                number++;
                query.setParameter(number, place.value());
            }
        }
        return query;
    }

    /** As the columns hold it. */
    private static Object written(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        return value instanceof LocalDate day ? Date.valueOf(day) : value;
    }
}
