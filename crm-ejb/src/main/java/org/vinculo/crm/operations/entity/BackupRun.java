package org.vinculo.crm.operations.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.operations.BackupState;
import org.vinculo.crm.operations.BackupView;
import org.vinculo.crm.shared.BaseEntity;

/** A backup that was begun. */
@Entity
@Table(name = "backup_run")
public class BackupRun extends BaseEntity {

    private static final int ERROR_LENGTH = 500;

    @Column(name = "occasion", nullable = false, updatable = false, length = 60)
    private String occasion;

    @Column(name = "server", nullable = false, updatable = false, length = 22)
    private String server;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 10)
    private BackupState state = BackupState.RUNNING;

    @Column(name = "folder", length = 1000)
    private String folder;

    @Column(name = "row_count", nullable = false)
    private long rowCount;

    @Column(name = "byte_count", nullable = false)
    private long byteCount;

    @Column(name = "error", length = ERROR_LENGTH)
    private String error;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected BackupRun() {}

    public BackupRun(String occasion, String server, Instant now) {
        this.occasion = occasion;
        this.server = server;
        startedAt = now;
    }

    public void done(String where, long rows, long bytes, Instant now) {
        state = BackupState.DONE;
        folder = where;
        rowCount = rows;
        byteCount = bytes;
        finishedAt = now;
    }

    public void failed(String reason, Instant now) {
        state = BackupState.FAILED;
        error = reason.length() > ERROR_LENGTH ? reason.substring(0, ERROR_LENGTH) : reason;
        finishedAt = now;
    }

    public BackupView view() {
        return new BackupView(occasion, state, folder, rowCount, byteCount, error, startedAt, finishedAt);
    }
}
