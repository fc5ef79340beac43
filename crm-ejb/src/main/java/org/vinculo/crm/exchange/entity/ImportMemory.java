package org.vinculo.crm.exchange.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.shared.BaseEntity;

/** How files with the same columns were understood last time. */
@Entity
@Table(name = "import_memory")
public class ImportMemory extends BaseEntity {

    @Column(name = "signature", nullable = false, updatable = false, length = 64)
    private String signature;

    @Column(name = "file_name", nullable = false, length = 255)
    private String fileName;

    @Lob
    @Column(name = "profile", nullable = false)
    private String profile;

    @Column(name = "used_at", nullable = false)
    private Instant usedAt;

    @Column(name = "used_by", nullable = false, length = 200)
    private String usedBy;

    protected ImportMemory() {}

    public ImportMemory(String signature) {
        this.signature = signature;
    }

    public void remember(String newProfile, String newFileName, Instant at, String by) {
        profile = newProfile;
        fileName = newFileName;
        usedAt = at;
        usedBy = by;
    }

    public String getFileName() {
        return fileName;
    }

    public String getProfile() {
        return profile;
    }
}
