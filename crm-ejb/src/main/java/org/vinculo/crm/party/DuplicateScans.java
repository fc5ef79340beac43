package org.vinculo.crm.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.party.entity.DuplicateScan;
import org.vinculo.crm.party.internal.duplicate.DuplicateJob;
import org.vinculo.crm.party.internal.match.MatchKeys;
import org.vinculo.crm.platform.JobView;
import org.vinculo.crm.platform.Jobs;

/** Begins searches for duplicates, inside the transaction of whoever has checked who may. */
@ApplicationScoped
public class DuplicateScans {

    private static final int MOST_SKIPPED = 10;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Jobs jobs;

    /**
     * Does nothing while a search is under way, except that a search of everybody follows one of the changed.
     *
     * @param wholeBase everybody, or only who is new or changed since the last search
     * @param by who asked for it
     * @return public id of the job
     */
    public String begin(boolean wholeBase, String by) {
        Optional<DuplicateScan> running = latest().filter(this::isUnderWay);
        if (running.isPresent() && (running.get().isWholeBase() || !wholeBase)) {
            return running.get().getJobId();
        }
        DuplicateScan scan = new DuplicateScan(wholeBase, clock.instant(), by);
        em.persist(scan);
        scan.runAs(jobs.submit(DuplicateJob.NAME, scan.getPublicId(), by));
        return scan.getJobId();
    }

    /** Whoever came in by the hundred is compared at once with those who were there. */
    void arrived(@Observes CustomersArrived customers) {
        begin(false, customers.by());
    }

    /** The newest search, or empty before the first. */
    public Optional<DuplicateScanView> last() {
        return latest().map(this::view);
    }

    private Optional<DuplicateScan> latest() {
        return em.createQuery("select s from DuplicateScan s order by s.id desc", DuplicateScan.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private boolean isUnderWay(DuplicateScan scan) {
        return scan.getState().equals(DuplicateScan.RUNNING)
                && jobs.find(scan.getJobId())
                        .filter(job -> !job.state().isOver())
                        .isPresent();
    }

    private DuplicateScanView view(DuplicateScan scan) {
        boolean running = isUnderWay(scan);
        double progress =
                running ? jobs.find(scan.getJobId()).map(JobView::progress).orElse(0.0) : 1;
        return new DuplicateScanView(
                scan.getJobId(),
                running,
                !running && !scan.getState().equals(DuplicateScan.COMPLETED),
                progress,
                scan.isWholeBase(),
                scan.getStartedAt(),
                scan.getStartedBy(),
                scan.getFinishedAt(),
                scan.getCustomers(),
                scan.getCompared(),
                scan.getProposed(),
                scan.getSkippedBlocks(),
                scan.getSkippedBlocks() == 0 ? List.of() : skipped(scan));
    }

    private List<DuplicateScanView.Skipped> skipped(DuplicateScan scan) {
        List<?> rows = em.createNativeQuery("select match_key, customers from duplicate_block where scan_id = ?1"
                        + " order by customers desc, match_key")
                .setParameter(1, scan.getId())
                .setMaxResults(MOST_SKIPPED)
                .getResultList();
        return rows.stream().map(row -> skipped((Object[]) row)).toList();
    }

    private static DuplicateScanView.Skipped skipped(Object[] row) {
        String key = (String) row[0];
        return new DuplicateScanView.Skipped(
                MatchKeys.Sort.of(key).name(), key.substring(2), ((Number) row[1]).longValue());
    }
}
