package org.vinculo.crm.segment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.PublicEntity;

/** A group of customers that somebody described; deleted ones are kept, so that deleting can be taken back. */
@Entity
@Audited(
        name = "segment",
        ignore = {"nameNorm", "createdAt", "createdBy", "changedAt", "members", "countedAt", "ownerId", "snapshotId"})
@Table(name = "segment")
public class Segment extends PublicEntity {

    public static final int NAME_LENGTH = 100;
    public static final int DESCRIPTION_LENGTH = 1000;
    public static final int RULE_LENGTH = 8000;

    @Column(name = "name", nullable = false, length = NAME_LENGTH)
    private String name;

    @Column(name = "name_norm", nullable = false, length = NAME_LENGTH)
    private String nameNorm;

    @Column(name = "description", length = DESCRIPTION_LENGTH)
    private String description;

    @Column(name = "owner_id", nullable = false)
    private Long ownerId;

    @Column(name = "shared", nullable = false)
    private boolean shared;

    @Column(name = "rule_text", nullable = false, length = RULE_LENGTH)
    private String rule;

    @Column(name = "snapshot_id")
    private Long snapshotId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", nullable = false, updatable = false, length = 200)
    private String createdBy;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    @Column(name = "members")
    private Long members;

    @Column(name = "counted_at")
    private Instant countedAt;

    protected Segment() {}

    public Segment(long ownerId, Instant createdAt, String createdBy) {
        this.ownerId = ownerId;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    public void describe(String newName, String newDescription, boolean share, Instant at) {
        name = newName;
        String folded = Normal.fold(newName);
        nameNorm = folded.length() <= NAME_LENGTH ? folded : folded.substring(0, NAME_LENGTH);
        description = newDescription;
        shared = share;
        changedAt = at;
    }

    /** Means other customers from now on; how many is not known yet. */
    public void mean(String newRule, Instant at) {
        if (!newRule.equals(rule)) {
            rule = newRule;
            changedAt = at;
            members = null;
            countedAt = null;
        }
    }

    public void freeze(long snapshot, Instant at) {
        snapshotId = snapshot;
        changedAt = at;
        members = null;
        countedAt = null;
    }

    public void thaw(Instant at) {
        snapshotId = null;
        changedAt = at;
        members = null;
        countedAt = null;
    }

    public void delete(Instant at) {
        deletedAt = at;
        changedAt = at;
    }

    public void restore(Instant at) {
        deletedAt = null;
        changedAt = at;
    }

    public void counted(long size, Instant at) {
        members = size;
        countedAt = at;
    }

    public String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }

    public Long getOwnerId() {
        return ownerId;
    }

    public boolean isShared() {
        return shared;
    }

    public String getRule() {
        return rule;
    }

    public Long getSnapshotId() {
        return snapshotId;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public Instant getDeletedAt() {
        return deletedAt;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public Long getMembers() {
        return members;
    }

    public Instant getCountedAt() {
        return countedAt;
    }
}
