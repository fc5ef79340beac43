package org.vinculo.crm.party.internal.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
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
        MatchIndex index = new MatchIndex(em);
        Stretch outdated = index.outdated(after);
        if (outdated.isOver()) {
            pairs.findLargeBlocks(scan);
            return new JobStep(COMPARE + 0, context.total() / 2, context.total(), false, "duplicates.job.compare");
        }
        index.write(outdated.wanted());
        long done = Math.min(context.total() / 2, context.done() + outdated.passed());
        return new JobStep(KEYS + outdated.last(), done, context.total(), false, "duplicates.job.keys");
    }

    private JobStep compare(DuplicateScan scan, long after, JobContext context) {
        Stretch next = pairs.next(scan, after);
        if (next.isOver()) {
            pairs.forgetFacts();
            if (scan.isWholeBase()) {
                pairs.forgetOutdated(scan);
            }
            scan.end(DuplicateScan.COMPLETED, clock.instant());
            return JobStep.finished(context.total());
        }
        pairs.compare(scan, next);
        long done = Math.min(context.total(), context.done() + next.passed());
        return new JobStep(COMPARE + next.last(), done, context.total(), false, "duplicates.job.compare");
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

    @Override
    public void ended(JobContext context, JobState state) {
        pairs.forgetFacts();
        scan(context.payload()).ifPresent(scan -> scan.end(DuplicateScan.FAILED, clock.instant()));
    }
}
