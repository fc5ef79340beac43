package org.vinculo.crm.exchange.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import org.vinculo.crm.shared.BaseEntity;

/** Something that an import changed, as it was before. */
@Entity
@Table(name = "import_changed")
public class ImportChanged extends BaseEntity {

    @Column(name = "import_id", nullable = false, updatable = false)
    private Long importId;

    @Enumerated(EnumType.STRING)
    @Column(name = "what", nullable = false, updatable = false, length = 20)
    private Traced what;

    @Column(name = "entity_id", nullable = false, updatable = false)
    private long entityId;

    @Column(name = "version_after", nullable = false, updatable = false)
    private long versionAfter;

    @Column(name = "was_deleted", nullable = false, updatable = false)
    private boolean wasDeleted;

    @Lob
    @Column(name = "state_before", nullable = false, updatable = false)
    private String stateBefore;

    protected ImportChanged() {}

    public ImportChanged(
            long importId, Traced what, long entityId, long versionAfter, boolean wasDeleted, String stateBefore) {
        this.importId = importId;
        this.what = what;
        this.entityId = entityId;
        this.versionAfter = versionAfter;
        this.wasDeleted = wasDeleted;
        this.stateBefore = stateBefore;
    }

    public Traced getWhat() {
        return what;
    }

    public long getEntityId() {
        return entityId;
    }

    public long getVersionAfter() {
        return versionAfter;
    }

    public boolean isWasDeleted() {
        return wasDeleted;
    }

    public String getStateBefore() {
        return stateBefore;
    }
}
