package org.vinculo.crm.party.internal;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.party.internal.CustomerOrder.Kind;
import org.vinculo.crm.party.internal.CustomerOrder.Place;
import org.vinculo.crm.shared.SqlText;

/**
 * Reads customers in an order part by part: each part is a range of one index, so the first page of a million costs as much as
 * the first page of a hundred. Parts that are passed over as a whole are counted, never further than where the page begins.
 */
final class CustomerWalk {

    /** So many levels are counted together. */
    private static final int TOGETHER = 50;

    /** Says which rows are wanted: writes {@code select columns from … where …}, without an order. */
    interface Rows {
        SqlText select(SqlText columns, Part part);
    }

    /** Which customers of the order. */
    enum Part {
        WITH_VALUE,
        WITHOUT_VALUE
    }

    private static final SqlText ID = SqlText.empty().sqlPart("c.id");

    private final EntityManager em;
    private final CustomerOrder order;
    private final Rows rows;

    CustomerWalk(EntityManager em, CustomerOrder order, Rows rows) {
        this.em = em;
        this.order = order;
        this.rows = rows;
    }

    /** A page by where it begins. */
    List<Place> page(int first, int size) {
        return order.hasLevels() ? pageOfLevels(first, size) : pageOfValues(first, size);
    }

    /** The next ones after a place; null for the first. */
    List<Place> after(Place place, int size) {
        List<Place> found = new ArrayList<>();
        if (place == null || place.value() != null) {
            if (!order.hasLevels()) {
                found.addAll(values(place, 0, size));
            } else {
                int level = place == null ? 0 : order.levels().indexOf(place.value());
                if (level < 0) {
                    level = order.levels().size();
                } else if (place != null) {
                    found.addAll(level(level, place, 0, size));
                    level++;
                }
                fill(found, level, 0, size);
            }
        }
        if (found.size() < size && !order.isPlain()) {
            Place last = place == null || place.value() != null ? null : place;
            found.addAll(without(last, 0, size - found.size()));
        }
        return found;
    }

    private List<Place> pageOfValues(int first, int size) {
        List<Place> found = new ArrayList<>(values(null, first, size));
        if (found.size() < size) {
            int passed = found.isEmpty() && first > 0 ? countValues(first) : first;
            found.addAll(without(null, first - passed, size - found.size()));
        }
        return found;
    }

    private List<Place> pageOfLevels(int first, int size) {
        List<Place> found = new ArrayList<>();
        int rest = fill(found, 0, first, size);
        if (found.size() < size) {
            found.addAll(without(null, rest, size - found.size()));
        }
        return found;
    }

    /** Reads on from a level until there are enough; gives what is left to pass over. */
    private int fill(List<Place> found, int from, int first, int size) {
        int level = from;
        int skip = first;
        while (found.size() < size && level < order.levels().size()) {
            int end = Math.min(level + TOGETHER, order.levels().size());
            int there = count(level, end, skip + 1);
            while (there > skip && end - level > 1) {
                int middle = level + (end - level) / 2;
                int before = count(level, middle, skip + 1);
                if (before > skip) {
                    end = middle;
                    there = before;
                } else {
                    skip -= before;
                    level = middle;
                    there = skip + 1;
                }
            }
            if (there > skip) {
                found.addAll(level(level, null, skip, size - found.size()));
                skip = 0;
            } else {
                skip -= there;
            }
            level = end;
        }
        return skip;
    }

    private int countValues(int most) {
        SqlText sql = rows.select(ID, Part.WITH_VALUE);
        sql.sqlPart(" and " + order.column() + " is not null");
        return count(sql, most);
    }

    private int count(int from, int to, int most) {
        SqlText sql = rows.select(ID, Part.WITH_VALUE);
        sql.sqlPart(" and " + order.column() + " in (")
                .values(order.levels().subList(from, to))
                .sqlPart(")");
        return count(sql, most);
    }

    private int count(SqlText inner, int most) {
        SqlText sql = SqlText.empty().sqlPart("select count(*) from (").add(inner);
        sql.sqlPart(" fetch first ").value(most).sqlPart(" rows only) counted");
        return ((Number) sql.fill(em.createNativeQuery(sql.sql())).getSingleResult()).intValue();
    }

    private SqlText valued() {
        return SqlText.empty().sqlPart("c.id, " + order.column() + ", c.sort_name");
    }

    private List<Place> values(Place after, int first, int size) {
        SqlText sql = rows.select(valued(), Part.WITH_VALUE);
        String id = order.isOfAnotherRoom() ? "s.customer_id" : "c.id";
        if (after == null) {
            sql.sqlPart(" and " + order.column() + " is not null");
        } else {
            String beyond = order.isAscending() ? " > " : " < ";
            sql.sqlPart(" and " + order.column() + (order.isAscending() ? " >= " : " <= "))
                    .value(after.value());
            sql.sqlPart(" and (" + order.column() + beyond).value(after.value());
            sql.sqlPart(" or " + id + beyond).value(after.id()).sqlPart(")");
        }
        sql.sqlPart(" order by " + order.orderBy());
        return read(sql, first, size);
    }

    private List<Place> level(int level, Place after, int first, int size) {
        SqlText sql = rows.select(valued(), Part.WITH_VALUE);
        sql.sqlPart(" and " + order.column() + " = ").value(order.levels().get(level));
        if (after != null && order.isOfAnotherRoom()) {
            sql.sqlPart(" and s.customer_id > ").value(after.id());
        } else if (after != null) {
            beyond(sql, after);
        }
        sql.sqlPart(" order by " + order.orderBy());
        return read(sql, first, size);
    }

    private List<Place> without(Place after, int first, int size) {
        SqlText sql = rows.select(SqlText.empty().sqlPart("c.id, c.sort_name"), Part.WITHOUT_VALUE);
        if (after != null) {
            beyond(sql, after);
        }
        sql.sqlPart(" order by c.sort_name, c.id");
        return read(sql, first, size);
    }

    private static void beyond(SqlText sql, Place after) {
        sql.sqlPart(" and c.sort_name >= ").value(after.name());
        sql.sqlPart(" and (c.sort_name > ").value(after.name());
        sql.sqlPart(" or c.id > ").value(after.id()).sqlPart(")");
    }

    private List<Place> read(SqlText sql, int first, int size) {
        sql.sqlPart(" offset ").value(first).sqlPart(" rows fetch next ").value(size);
        sql.sqlPart(" rows only");
        List<?> found = sql.fill(em.createNativeQuery(sql.sql())).getResultList();
        return found.stream().map(row -> place((Object[]) row, order.kind())).toList();
    }

    /** Of {@code id, value, name} or, for those without a value, {@code id, name}. */
    static Place place(Object[] row, Kind kind) {
        long id = ((Number) row[0]).longValue();
        return row.length == 2
                ? new Place(null, (String) row[1], id)
                : new Place(value(row[1], kind), (String) row[2], id);
    }

    private static Object value(Object stored, Kind kind) {
        if (stored == null) {
            return null;
        }
        return switch (kind) {
            case NUMBER -> ((Number) stored).doubleValue();
            case INSTANT -> stored instanceof Timestamp instant ? instant.toLocalDateTime() : stored;
            case LEVEL -> stored instanceof Number id ? (Object) id.longValue() : stored;
            case TEXT -> stored;
        };
    }
}
