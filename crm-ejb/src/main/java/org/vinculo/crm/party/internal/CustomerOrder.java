package org.vinculo.crm.party.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.party.ColumnSort;
import org.vinculo.crm.party.CustomerSort;

/**
 * An order of the list of customers that can be walked in parts, each with an index of its own: those with a value by the
 * value, or level by level; then whoever has none, by name. The id decides where nothing else does.
 */
public final class CustomerOrder {

    /** What the values are compared as. */
    enum Kind {
        TEXT,
        NUMBER,
        INSTANT,
        LEVEL
    }

    /**
     * Where in the order a customer is.
     *
     * @param value the value or level, or null
     * @param name the name it is sorted by
     */
    record Place(Object value, String name, long id) {}

    private static final String BY_OWNER = "customer c --DERBY-PROPERTIES index=customer_owner_name\n";

    private final String field;
    private final boolean ofAnotherRoom;
    private final String path;
    private final String column;
    private final Kind kind;
    private final List<?> levels;
    private final boolean ascending;

    private CustomerOrder(
            String field,
            boolean ofAnotherRoom,
            String path,
            String column,
            Kind kind,
            List<?> levels,
            boolean ascending) {
        this.field = field;
        this.ofAnotherRoom = ofAnotherRoom;
        this.path = path;
        this.column = column;
        this.kind = kind;
        this.levels = levels;
        this.ascending = ascending;
    }

    /** By a column of the customers themselves that nobody lacks. */
    static CustomerOrder of(CustomerSort sort, boolean ascending) {
        Kind kind = sort == CustomerSort.NAME ? Kind.TEXT : Kind.INSTANT;
        return new CustomerOrder(
                sort.field(), false, sort.path(ascending).sql(), sort.column(), kind, List.of(), ascending);
    }

    /** By who looks after them. */
    static CustomerOrder owners(List<Long> owners, boolean ascending) {
        return new CustomerOrder(
                CustomerSort.OWNER.field(),
                false,
                BY_OWNER,
                CustomerSort.OWNER.column(),
                Kind.LEVEL,
                turned(owners, ascending),
                ascending);
    }

    /** By what another room knows. */
    static CustomerOrder of(String field, ColumnSort sort, boolean ascending) {
        return new CustomerOrder(
                field,
                true,
                sort.path(),
                "s." + sort.column(),
                Kind.valueOf(sort.kind().name()),
                turned(sort.levels(), ascending),
                ascending);
    }

    private static <T> List<T> turned(List<T> levels, boolean ascending) {
        List<T> turned = new ArrayList<>(levels);
        if (!ascending) {
            Collections.reverse(turned);
        }
        return turned;
    }

    /** Nobody lacks the value, and it is in the row of the customer: the database sorts a page by itself. */
    boolean isPlain() {
        return !ofAnotherRoom && kind != Kind.LEVEL;
    }

    boolean hasLevels() {
        return kind == Kind.LEVEL;
    }

    boolean isOfAnotherRoom() {
        return ofAnotherRoom;
    }

    boolean isAscending() {
        return ascending;
    }

    String field() {
        return field;
    }

    Kind kind() {
        return kind;
    }

    /** The table of another room, or the customers in this order. */
    String path() {
        return path;
    }

    /** The value, of {@code c} or of {@code s}, the table of another room. */
    String column() {
        return column;
    }

    List<?> levels() {
        return levels;
    }

    /** Those with a value, in the order of the index that has it. */
    String orderBy() {
        String way = ascending ? "" : " desc";
        if (!ofAnotherRoom) {
            return kind == Kind.LEVEL ? column + ", c.sort_name, c.id" : column + way + ", c.id" + way;
        }
        return kind == Kind.LEVEL ? column + ", s.customer_id" : column + way + ", s.customer_id" + way;
    }

    /** The same order for rows in memory. */
    Comparator<Place> comparator() {
        Map<Object, Integer> ranks = new HashMap<>();
        for (Object level : levels) {
            ranks.put(level, ranks.size());
        }
        return (a, b) -> {
            if (a.value() == null || b.value() == null) {
                return a.value() != null ? -1 : b.value() != null ? 1 : byName(a, b);
            }
            if (kind == Kind.LEVEL) {
                int between = Integer.compare(rank(ranks, a), rank(ranks, b));
                return between != 0 ? between : !ofAnotherRoom ? byName(a, b) : Long.compare(a.id(), b.id());
            }
            int between = compare(a.value(), b.value());
            between = between != 0 ? between : Long.compare(a.id(), b.id());
            return ascending ? between : -between;
        };
    }

    private static int rank(Map<Object, Integer> ranks, Place place) {
        return ranks.getOrDefault(place.value(), ranks.size());
    }

    private static int byName(Place a, Place b) {
        int between = a.name().compareTo(b.name());
        return between != 0 ? between : Long.compare(a.id(), b.id());
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }
}
