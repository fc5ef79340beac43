package org.vinculo.crm.exchange.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.exchange.ExportFormat;
import org.vinculo.crm.exchange.ExportOrder;
import org.vinculo.crm.exchange.ExportState;
import org.vinculo.crm.exchange.ExportView;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.shared.PublicEntity;

/** An order to carry data out, and the file that it became. */
@Entity
@Table(name = "export_job")
public class ExportJob extends PublicEntity {

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 20)
    private ImportKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "format", nullable = false, length = 10)
    private ExportFormat format;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 20)
    private ExportState state = ExportState.QUEUED;

    @Lob
    @Column(name = "column_ids", nullable = false)
    private String columnIds;

    @Lob
    @Column(name = "selection", nullable = false)
    private String selection;

    @Lob
    @Column(name = "caller", nullable = false)
    private String caller;

    @Column(name = "file_name", nullable = false, length = 255)
    private String fileName;

    @Column(name = "stored_name", nullable = false, length = 60)
    private String storedName;

    @Column(name = "rows_written", nullable = false)
    private long rowsWritten;

    @Column(name = "customers_done", nullable = false)
    private long customersDone;

    @Column(name = "customers_expected", nullable = false)
    private long customersExpected;

    @Column(name = "cut_off", nullable = false)
    private boolean cutOff;

    @Column(name = "failure", length = 80)
    private String failure;

    @Column(name = "file_bytes", nullable = false)
    private long fileBytes;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", nullable = false, updatable = false, length = 200)
    private String createdBy;

    @Column(name = "caller_kind", nullable = false, updatable = false, length = 20)
    private String callerKind;

    @Column(name = "account_id", updatable = false)
    private Long accountId;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected ExportJob() {}

    public ExportJob(ExportOrder order, List<String> columns, String selection, String fileName, String storedName) {
        this.kind = order.kind();
        this.format = order.format();
        this.columnIds = String.join(",", columns);
        this.selection = selection;
        this.fileName = fileName;
        this.storedName = storedName;
    }

    /**
     * @param as who the rows are read for, as text
     * @param expected customers in all, 0 while unknown
     */
    public void askedFor(Instant at, String by, String kindOfCaller, Long account, String as, long expected) {
        createdAt = at;
        createdBy = by;
        callerKind = kindOfCaller;
        accountId = account;
        caller = as;
        customersExpected = expected;
    }

    public void proceed(long rows, long customers) {
        state = ExportState.RUNNING;
        rowsWritten = rows;
        customersDone = customers;
    }

    public void cutOff() {
        cutOff = true;
    }

    public void finish(Instant now, long bytes, Duration kept) {
        state = ExportState.COMPLETED;
        finishedAt = now;
        fileBytes = bytes;
        expiresAt = now.plus(kept);
    }

    public void fail(Instant now, String reason) {
        state = ExportState.FAILED;
        finishedAt = now;
        failure = reason;
    }

    public void expire() {
        state = ExportState.EXPIRED;
    }

    public ExportView view() {
        return new ExportView(
                getPublicId(),
                kind,
                format,
                state,
                fileName,
                rowsWritten,
                customersDone,
                customersExpected,
                cutOff,
                failure,
                fileBytes,
                createdAt,
                createdBy,
                finishedAt,
                expiresAt);
    }

    public boolean belongsTo(String kindOfCaller, Long account) {
        return account != null && account.equals(accountId) && callerKind.equals(kindOfCaller);
    }

    public ImportKind getKind() {
        return kind;
    }

    public ExportFormat getFormat() {
        return format;
    }

    public ExportState getState() {
        return state;
    }

    public List<String> getColumnIds() {
        return List.of(columnIds.split(","));
    }

    public String getSelection() {
        return selection;
    }

    public String getCaller() {
        return caller;
    }

    public String getFileName() {
        return fileName;
    }

    public String getStoredName() {
        return storedName;
    }

    public String getCreatedBy() {
        return createdBy;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
