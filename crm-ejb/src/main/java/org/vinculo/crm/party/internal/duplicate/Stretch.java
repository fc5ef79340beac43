package org.vinculo.crm.party.internal.duplicate;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stretch of customers by their ids, with those of them who are wanted. A search walks over the customers stretch by
 * stretch: asked for the next ones of all, the database would sort the whole base for every step.
 *
 * @param after the id before the first
 * @param last the id of the last
 * @param passed how many customers lie in it, wanted or not
 * @param wanted the version of each by id, lowest first
 */
record Stretch(long after, long last, long passed, Map<Long, Long> wanted) {

    /** Who of a stretch is wanted. */
    enum Wanted {
        /** Whose keys are not of their present version. */
        OUTDATED("select c.id, c.version from customer c left join customer_match m on m.customer_id = c.id"
                + " where c.id > ?1 and c.id <= ?2 and c.deleted_at is null"
                + " and (m.customer_id is null or m.keyed_version <> c.version) order by c.id"),
        /** Everybody who has keys. */
        ALL("select c.id, c.version from customer c inner join customer_match m on m.customer_id = c.id"
                + " where c.id > ?1 and c.id <= ?2 and c.deleted_at is null order by c.id"),
        /** Whose present version was never compared. */
        UNSEEN("select c.id, c.version from customer c inner join customer_match m on m.customer_id = c.id"
                + " where c.id > ?1 and c.id <= ?2 and c.deleted_at is null"
                + " and m.searched_version <> c.version order by c.id");

        private final String sql;

        Wanted(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    private static final int LONGEST = 2_000;
    private static final int MOST_WANTED = 500;

    private static final String ENDS = "select max(s.id), count(*) from (select id from customer where id > ?1"
            + " order by id fetch first " + LONGEST + " rows only) s";

    /** The next one, which has no customers at all when the walk is over. */
    static Stretch next(EntityManager em, long after, Wanted wanted) {
        Object[] ends =
                (Object[]) em.createNativeQuery(ENDS).setParameter(1, after).getSingleResult();
        long passed = number(ends[1]);
        if (passed == 0) {
            return new Stretch(after, after, 0, Map.of());
        }
        long last = number(ends[0]);
        List<?> rows = em.createNativeQuery(wanted.sql())
                .setParameter(1, after)
                .setParameter(2, last)
                .setMaxResults(MOST_WANTED)
                .getResultList();
        Map<Long, Long> versions = new LinkedHashMap<>();
        for (Object row : rows) {
            versions.put(number(((Object[]) row)[0]), number(((Object[]) row)[1]));
        }
        return rows.size() < MOST_WANTED
                ? new Stretch(after, last, passed, versions)
                : new Stretch(after, number(((Object[]) rows.get(MOST_WANTED - 1))[0]), MOST_WANTED, versions);
    }

    boolean isOver() {
        return passed == 0;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
