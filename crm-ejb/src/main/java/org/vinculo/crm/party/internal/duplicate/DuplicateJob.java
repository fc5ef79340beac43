package org.vinculo.crm.party.internal.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.party.entity.DuplicateScan;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobStep;

/**
 * Searches the base for customers that are there twice: writes the keys that are missing or old, leaves out those that
 * too many share, then compares customer by customer with whoever shares one. After a kill it goes on where it was.
 */
@ApplicationScoped
public class DuplicateJob implements JobHandler {

    public static final String NAME = "duplicates";

    private static final int AT_ONCE = 500;
    private static final String KEYS = "keys:";
    private static final String COMPARE = "compare:";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    PairStore pairs;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean inBackground() {
        return true;
    }

    @Override
    public JobStep step(JobContext context) {
        DuplicateScan scan = scan(context.payload()).orElseThrow();
        String checkpoint = context.checkpoint();
        if (checkpoint == null) {
            return new JobStep(KEYS + 0, 0, 2 * customers(), false, "duplicates.job.keys");
        }
        return checkpoint.startsWith(KEYS)
                ? keys(scan, Long.parseLong(checkpoint.substring(KEYS.length())), context)
                : compare(scan, Long.parseLong(checkpoint.substring(COMPARE.length())), context);
    }

    private JobStep keys(DuplicateScan scan, long after, JobContext context) {
        Map<Long, Long> outdated = new MatchIndex(em).outdated(after, AT_ONCE);
        if (outdated.isEmpty()) {
            pairs.findLargeBlocks(scan);
            return new JobStep(COMPARE + 0, context.total() / 2, context.total(), false, "duplicates.job.compare");
        }
        new MatchIndex(em).write(outdated);
        long last = last(outdated.keySet().iterator());
        long done = Math.min(context.total() / 2, context.done() + outdated.size());
        return new JobStep(KEYS + last, done, context.total(), false, "duplicates.job.keys");
    }

    private JobStep compare(DuplicateScan scan, long after, JobContext context) {
        List<Long> ids = next(after, scan.isWholeBase());
        if (ids.isEmpty()) {
            if (scan.isWholeBase()) {
                pairs.forgetOutdated(scan);
            }
            scan.end(DuplicateScan.COMPLETED, clock.instant());
            return JobStep.finished(context.total());
        }
        long last = ids.get(ids.size() - 1);
        scan.looked(ids.size(), 0, 0);
        pairs.compare(scan, after, last);
        long done = Math.min(context.total(), context.done() + ids.size());
        return new JobStep(COMPARE + last, done, context.total(), false, "duplicates.job.compare");
    }

    private List<Long> next(long after, boolean wholeBase) {
        List<?> rows = em.createNativeQuery("select m.customer_id from customer_match m"
                        + " inner join customer c on c.id = m.customer_id where m.customer_id > ?1"
                        + " and c.deleted_at is null"
                        + (wholeBase ? "" : " and m.searched_version <> c.version") + " order by m.customer_id")
                .setParameter(1, after)
                .setMaxResults(AT_ONCE)
                .getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }

    private long customers() {
        return ((Number) em.createNativeQuery("select count(*) from customer where deleted_at is null")
                        .getSingleResult())
                .longValue();
    }

    private Optional<DuplicateScan> scan(String publicId) {
        return em.createQuery("select s from DuplicateScan s where s.publicId = :id", DuplicateScan.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    private static long last(Iterator<Long> ids) {
        long last = 0;
        while (ids.hasNext()) {
            last = ids.next();
        }
        return last;
    }

    @Override
    public void ended(JobContext context, JobState state) {
        scan(context.payload()).ifPresent(scan -> scan.end(DuplicateScan.FAILED, clock.instant()));
    }
}
