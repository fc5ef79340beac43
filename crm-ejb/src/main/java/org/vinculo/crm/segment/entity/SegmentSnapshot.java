package org.vinculo.crm.segment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.shared.PublicEntity;

/** Who was in a segment on a day, as far as the one who froze it could see. */
@Entity
@Audited(
        name = "segmentSnapshot",
        ignore = {"segmentId", "accountId", "teamId", "lastCustomerId", "takenAt"})
@Table(name = "segment_snapshot")
public class SegmentSnapshot extends PublicEntity {

    @Column(name = "segment_id", nullable = false, updatable = false)
    private Long segmentId;

    @Column(name = "taken_on", nullable = false, updatable = false)
    private LocalDate takenOn;

    @Column(name = "taken_at", nullable = false, updatable = false)
    private Instant takenAt;

    @Column(name = "taken_by", nullable = false, updatable = false, length = 200)
    private String takenBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "reach", nullable = false, updatable = false, length = 8)
    private Scope reach;

    @Column(name = "account_id", updatable = false)
    private Long accountId;

    @Column(name = "team_id", updatable = false)
    private Long teamId;

    @Column(name = "last_customer_id", nullable = false)
    private long lastCustomerId;

    @Column(name = "members", nullable = false)
    private long members;

    @Column(name = "complete", nullable = false)
    private boolean complete;

    @Column(name = "dropped_at")
    private Instant droppedAt;

    protected SegmentSnapshot() {}

    public SegmentSnapshot(long segmentId, LocalDate takenOn, Instant takenAt, String takenBy, CustomerScope scope) {
        this.segmentId = segmentId;
        this.takenOn = takenOn;
        this.takenAt = takenAt;
        this.takenBy = takenBy;
        this.reach = scope.reach();
        this.accountId = scope.accountId();
        this.teamId = scope.teamId();
    }

    /** So many more were written, up to a customer. */
    public void wrote(long more, long upTo, boolean last) {
        members += more;
        lastCustomerId = upTo;
        complete = last;
    }

    public void drop(Instant at) {
        droppedAt = at;
    }

    public void keep() {
        droppedAt = null;
    }

    public CustomerScope scope() {
        return new CustomerScope(reach, accountId, teamId);
    }

    public Long getSegmentId() {
        return segmentId;
    }

    public LocalDate getTakenOn() {
        return takenOn;
    }

    public String getTakenBy() {
        return takenBy;
    }

    public Instant getTakenAt() {
        return takenAt;
    }

    public long getLastCustomerId() {
        return lastCustomerId;
    }

    public long getMembers() {
        return members;
    }

    public boolean isComplete() {
        return complete;
    }

    public Instant getDroppedAt() {
        return droppedAt;
    }
}
