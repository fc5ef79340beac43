package org.vinculo.crm.exchange.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.ImportState;
import org.vinculo.crm.exchange.ImportView;
import org.vinculo.crm.exchange.RowCounts;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.PublicEntity;

/** One run over a file: a trial that only counts, or the import itself, which can be taken back. */
@Entity
@Table(name = "import_job")
public class ImportJob extends PublicEntity {

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "file_id", nullable = false, updatable = false)
    private ImportFile file;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 20)
    private ImportKind kind;

    @Column(name = "trial", nullable = false)
    private boolean trial;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 24)
    private ImportState state = ImportState.QUEUED;

    @Lob
    @Column(name = "profile", nullable = false)
    private String profile;

    @Column(name = "rows_read", nullable = false)
    private long read;

    @Column(name = "rows_created", nullable = false)
    private long created;

    @Column(name = "rows_changed", nullable = false)
    private long changed;

    @Column(name = "rows_unchanged", nullable = false)
    private long unchanged;

    @Column(name = "rows_duplicate", nullable = false)
    private long duplicate;

    @Column(name = "rows_faulty", nullable = false)
    private long faulty;

    @Column(name = "totals", length = 4000)
    private String totals;

    @Column(name = "row_estimate", nullable = false)
    private long rowEstimate;

    @Column(name = "failure", length = 80)
    private String failure;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "started_by", nullable = false, length = 200)
    private String startedBy;

    @Column(name = "starter_id")
    private Long starterId;

    @Column(name = "team_id")
    private Long teamId;

    @Column(name = "undo_requested_at")
    private Instant undoRequestedAt;

    @Column(name = "undone_at")
    private Instant undoneAt;

    @Column(name = "undone_by", length = 200)
    private String undoneBy;

    @Column(name = "undo_left")
    private Long undoLeft;

    protected ImportJob() {}

    public ImportJob(ImportFile file, String profile, boolean trial) {
        this.file = file;
        this.kind = file.getKind();
        this.profile = profile;
        this.trial = trial;
        this.rowEstimate = file.getRowEstimate();
    }

    public void askedFor(Instant at, String by, Long accountId, Long team) {
        createdAt = at;
        startedBy = by;
        starterId = accountId;
        teamId = team;
    }

    /**
     * Adds what a chunk did.
     *
     * @param money what the purchases that it created or changed come to, by currency
     */
    public void proceed(RowCounts chunk, Map<String, BigDecimal> money, Instant now) {
        if (state == ImportState.QUEUED) {
            state = ImportState.RUNNING;
            startedAt = now;
        }
        RowCounts sum = counts().plus(chunk);
        read = sum.read();
        created = sum.created();
        changed = sum.changed();
        unchanged = sum.unchanged();
        duplicate = sum.duplicate();
        faulty = sum.faulty();
        rowEstimate = Math.max(rowEstimate, read);
        addUp(money);
    }

    private void addUp(Map<String, BigDecimal> money) {
        Map<String, BigDecimal> sums = new TreeMap<>(money);
        totals().forEach(before -> sums.merge(before.currency(), before.amount(), BigDecimal::add));
        totals = sums.isEmpty()
                ? null
                : sums.entrySet().stream()
                        .map(sum -> sum.getKey() + " " + sum.getValue().toPlainString())
                        .collect(Collectors.joining(";"));
    }

    private List<Money> totals() {
        return totals == null
                ? List.of()
                : Stream.of(totals.split(";"))
                        .map(each -> each.split(" "))
                        .map(each -> new Money(new BigDecimal(each[1]), each[0]))
                        .toList();
    }

    public void finish(Instant now) {
        state = faulty > 0 ? ImportState.COMPLETED_WITH_ERRORS : ImportState.COMPLETED;
        rowEstimate = read;
        finishedAt = now;
    }

    public void fail(String reason, Instant now) {
        state = ImportState.FAILED;
        failure = reason;
        startedAt = startedAt == null ? now : startedAt;
        finishedAt = now;
    }

    public void requestUndo(Instant now, String by) {
        undoRequestedAt = now;
        undoneBy = by;
        undoLeft = 0L;
    }

    public void leave(long more) {
        undoLeft = (undoLeft == null ? 0 : undoLeft) + more;
    }

    public void undone(Instant now) {
        state = ImportState.UNDONE;
        undoneAt = now;
    }

    /** An undo that could not be finished may be asked for again. */
    public void undoFailed() {
        undoRequestedAt = null;
    }

    public RowCounts counts() {
        return new RowCounts(read, created, changed, unchanged, duplicate, faulty);
    }

    public ImportView view() {
        return new ImportView(
                getPublicId(),
                file.getPublicId(),
                kind,
                file.getFileName(),
                trial,
                state,
                counts(),
                totals(),
                rowEstimate,
                failure,
                createdAt,
                startedAt,
                finishedAt,
                startedBy,
                undoRequestedAt != null && undoneAt == null,
                undoneAt,
                undoneAt == null ? null : undoneBy,
                undoneAt == null ? null : undoLeft,
                file.isKept());
    }

    public ImportFile getFile() {
        return file;
    }

    public ImportKind getKind() {
        return kind;
    }

    public boolean isTrial() {
        return trial;
    }

    public ImportState getState() {
        return state;
    }

    public String getProfile() {
        return profile;
    }

    public String getStartedBy() {
        return startedBy;
    }

    public Long getStarterId() {
        return starterId;
    }

    public Long getTeamId() {
        return teamId;
    }

    public String getUndoneBy() {
        return undoneBy;
    }
}
