package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.shared.PublicEntity;

/** That one record became a part of another, when and by whom, and that they were split again. */
@Entity
@Table(name = "customer_merge")
public class MergedRecord extends PublicEntity {

    @Column(name = "survivor_id", nullable = false, updatable = false)
    private Long survivorId;

    @Column(name = "merged_id", nullable = false, updatable = false)
    private Long mergedId;

    @Column(name = "merged_at", nullable = false, updatable = false)
    private Instant mergedAt;

    @Column(name = "merged_by", nullable = false, updatable = false, length = 200)
    private String mergedBy;

    @Lob
    @Column(name = "survivor_before", nullable = false, updatable = false)
    private String survivorBefore;

    @Lob
    @Column(name = "merged_before", nullable = false, updatable = false)
    private String mergedBefore;

    @Column(name = "moved_rows", nullable = false)
    private long movedRows;

    @Column(name = "split_at")
    private Instant splitAt;

    @Column(name = "split_by", length = 200)
    private String splitBy;

    protected MergedRecord() {}

    public MergedRecord(long survivorId, long mergedId, Instant at, String by, String survivor, String merged) {
        this.survivorId = survivorId;
        this.mergedId = mergedId;
        this.mergedAt = at;
        this.mergedBy = by;
        this.survivorBefore = survivor;
        this.mergedBefore = merged;
    }

    public void moved(long rows) {
        movedRows = rows;
    }

    public void split(Instant at, String by) {
        splitAt = at;
        splitBy = by;
    }

    public Long getSurvivorId() {
        return survivorId;
    }

    public Long getMergedId() {
        return mergedId;
    }

    public Instant getMergedAt() {
        return mergedAt;
    }

    public String getMergedBy() {
        return mergedBy;
    }

    public String getSurvivorBefore() {
        return survivorBefore;
    }

    public String getMergedBefore() {
        return mergedBefore;
    }

    public long getMovedRows() {
        return movedRows;
    }

    public Instant getSplitAt() {
        return splitAt;
    }
}
