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

    private static final int LONGEST = 2_000;
    private static final int MOST_WANTED = 500;

    private static final String ENDS = "select max(s.id), count(*) from (select id from customer where id > ?1"
            + " order by id fetch first " + LONGEST + " rows only) s";

    /**
     * The next one, which has no customers at all when the walk is over.
     *
     * @param wanted selects id and version from ?1, exclusive, to ?2, in the order of the id
     */
    static Stretch next(EntityManager em, long after, String wanted) {
        Object[] ends =
                (Object[]) em.createNativeQuery(ENDS).setParameter(1, after).getSingleResult();
        long passed = number(ends[1]);
        if (passed == 0) {
            return new Stretch(after, after, 0, Map.of());
        }
        long last = number(ends[0]);
        List<?> rows = em.createNativeQuery(wanted)
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
