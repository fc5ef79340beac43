package org.vinculo.crm.persistence;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many rows of tables and indexes the database looks at for a deed, so that a test can say that a page of a history does
 * not cost more when the history is longer.
 *
 * <p>Derby also looks at rows that were taken back by tests before and are not swept yet: where such rows may be in the way,
 * compare with what was looked at before there were many.
 */
public final class RowsRead {

    private static final Pattern VISITED = Pattern.compile("Number of rows visited=(\\d+)");

    private RowsRead() {}

    /**
     * @param table that PostgreSQL gets to know first, as it would in the night
     * @param deed on Derby, its last statement is what counts
     */
    public static long of(String table, Database database, EntityManager em, Runnable deed) {
        em.flush();
        if (database == Database.DERBY) {
            return derby(em, deed);
        }
        em.createNativeQuery("analyze " + table).executeUpdate();
        return postgres(em, deed);
    }

    private static long derby(EntityManager em, Runnable deed) {
        em.createNativeQuery("call SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(1)").executeUpdate();
        deed.run();
        Object told = em.createNativeQuery("values SYSCS_UTIL.SYSCS_GET_RUNTIMESTATISTICS()")
                .getSingleResult();
        em.createNativeQuery("call SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(0)").executeUpdate();
        Matcher visited = VISITED.matcher(String.valueOf(told));
        long rows = 0;
        while (visited.find()) {
            rows += Long.parseLong(visited.group(1));
        }
        return rows;
    }

    private static long postgres(EntityManager em, Runnable deed) {
        long before = fetched(em);
        deed.run();
        return fetched(em) - before;
    }

    private static long fetched(EntityManager em) {
        List<?> sum = em.createNativeQuery("select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))"
                        + " from pg_stat_xact_user_tables")
                .getResultList();
        return ((Number) sum.get(0)).longValue();
    }
}
