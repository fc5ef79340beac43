package org.vinculo.crm.value.internal;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.vinculo.crm.shared.ReadOnce;

/**
 * Which of the runs and versions count at this moment, all of them asked for in one statement of a page. What they say never
 * changes again, so that it is {@link Settled}; that they are the newest is asked each time, since another server may have made
 * newer ones.
 */
public final class Standing {

    private static final String NEWEST = "values ("
            + "(select r.id from value_run r where r.state = 'DONE' order by r.finished_at desc, r.id desc"
            + " fetch first 1 rows only),"
            + " (select max(r.id) from churn_run r where r.state = 'COMPLETED'),"
            + " (select max(r.id) from affinity_run r where r.state = 'COMPLETED'),"
            + " (select p.id from value_policy p where p.policy_no = (select max(q.policy_no) from value_policy q)),"
            + " (select t.id from channel_tariff t where t.tariff_no = (select max(q.tariff_no) from channel_tariff q)))";

    /** Ids, in the order of {@link #NEWEST}. */
    private final Object[] ids;

    private Standing(Object[] ids) {
        this.ids = ids;
    }

    public static Standing now(EntityManager em) {
        return ReadOnce.of(
                Standing.class,
                () -> new Standing((Object[]) em.createNativeQuery(NEWEST).getSingleResult()));
    }

    /** The finished refresh of all figures. */
    public Optional<Long> run() {
        return id(0);
    }

    public Optional<Long> churnRun() {
        return id(1);
    }

    public Optional<Long> affinityRun() {
        return id(2);
    }

    public Optional<Long> policy() {
        return id(3);
    }

    public Optional<Long> tariff() {
        return id(4);
    }

    private Optional<Long> id(int place) {
        return Optional.ofNullable((Number) ids[place]).map(Number::longValue);
    }
}
