package org.vinculo.crm.party.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** SQL out of constants, with every value a parameter. */
final class ListSql {

    private final EntityManager em;
    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    ListSql(EntityManager em, String start) {
        this.em = em;
        sql = new StringBuilder(start);
    }

    ListSql append(String part) {
        sql.append(part);
        return this;
    }

    ListSql value(Object value) {
        values.add(value);
        sql.append('?').append(values.size());
        return this;
    }

    ListSql values(List<?> all) {
        for (int i = 0; i < all.size(); i++) {
            append(i == 0 ? "" : ", ").value(all.get(i));
        }
        return this;
    }

    void equal(String column, Object value) {
        if (value != null) {
            append(" and " + column + " = ").value(value);
        }
    }

    void since(String column, Instant instant) {
        if (instant != null) {
            append(" and " + column + " >= ").value(utc(instant));
        }
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    Query query() {
        Query query = em.createNativeQuery(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    List<Long> ids(int first, int size) {
        append(" offset ")
                .value(first)
                .append(" rows fetch next ")
                .value(size)
                .append(" rows only");
        List<?> rows = query().getResultList();
        return rows.stream()
                .map(row -> ((Number) ((Object[]) row)[0]).longValue())
                .toList();
    }
}
