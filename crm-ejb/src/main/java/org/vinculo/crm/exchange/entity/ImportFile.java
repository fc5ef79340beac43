package org.vinculo.crm.exchange.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.shared.PublicEntity;

/** An uploaded file. Its content lies in the data folder under a name of our own. */
@Entity
@Table(name = "import_file")
public class ImportFile extends PublicEntity {

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 20)
    private ImportKind kind;

    @Column(name = "file_name", nullable = false, length = 255)
    private String fileName;

    @Column(name = "stored_name", nullable = false, length = 60)
    private String storedName;

    @Column(name = "file_size", nullable = false)
    private long fileSize;

    @Column(name = "signature", nullable = false, length = 64)
    private String signature;

    @Lob
    @Column(name = "profile", nullable = false)
    private String profile;

    @Column(name = "row_estimate", nullable = false)
    private long rowEstimate;

    @Column(name = "rows_exact", nullable = false)
    private boolean rowsExact;

    @Column(name = "uploaded_at", nullable = false)
    private Instant uploadedAt;

    @Column(name = "uploaded_by", nullable = false, length = 200)
    private String uploadedBy;

    @Column(name = "uploader_id")
    private Long uploaderId;

    @Column(name = "team_id")
    private Long teamId;

    @Column(name = "removed_at")
    private Instant removedAt;

    protected ImportFile() {}

    public ImportFile(ImportKind kind, String fileName, String storedName, long fileSize) {
        this.kind = kind;
        this.fileName = fileName;
        this.storedName = storedName;
        this.fileSize = fileSize;
    }

    public void uploaded(Instant at, String by, Long accountId, Long team) {
        uploadedAt = at;
        uploadedBy = by;
        uploaderId = accountId;
        teamId = team;
    }

    public void understood(String newSignature, String newProfile, long rows, boolean exact) {
        signature = newSignature;
        profile = newProfile;
        rowEstimate = rows;
        rowsExact = exact;
    }

    public void removed(Instant at) {
        removedAt = at;
    }

    public ImportKind getKind() {
        return kind;
    }

    public String getFileName() {
        return fileName;
    }

    public String getStoredName() {
        return storedName;
    }

    public String getSignature() {
        return signature;
    }

    public String getProfile() {
        return profile;
    }

    public long getRowEstimate() {
        return rowEstimate;
    }

    public Long getUploaderId() {
        return uploaderId;
    }

    public Long getTeamId() {
        return teamId;
    }

    public boolean isKept() {
        return removedAt == null;
    }
}
