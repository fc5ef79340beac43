package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.party.RelationType;
import org.vinculo.crm.shared.PublicEntity;

/** What one customer is to another, for a time. */
@Entity
@Audited(
        name = "relation",
        customer = "fromId",
        ignore = {"recordedAt", "recordedBy"})
@Table(name = "customer_relation")
public class CustomerRelation extends PublicEntity {

    @Column(name = "from_id", nullable = false, updatable = false)
    private Long fromId;

    @Column(name = "to_id", nullable = false, updatable = false)
    private Long toId;

    @Enumerated(EnumType.STRING)
    @Column(name = "relation_type", nullable = false, updatable = false, length = 24)
    private RelationType type;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_to")
    private LocalDate to;

    @Column(name = "note", length = 200)
    private String note;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false, length = 200)
    private String recordedBy;

    protected CustomerRelation() {}

    public CustomerRelation(long fromId, RelationType type, long toId, Instant at, String by) {
        this.fromId = fromId;
        this.type = type;
        this.toId = toId;
        this.recordedAt = at;
        this.recordedBy = by;
    }

    public void holds(LocalDate first, LocalDate last, String remark) {
        from = first;
        to = last;
        note = remark;
    }

    public void end(LocalDate day) {
        to = day;
    }

    public boolean isCurrent(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
    }

    public Long getFromId() {
        return fromId;
    }

    public Long getToId() {
        return toId;
    }

    public RelationType getType() {
        return type;
    }

    public LocalDate getFrom() {
        return from;
    }

    public LocalDate getTo() {
        return to;
    }

    public String getNote() {
        return note;
    }

    public Instant getRecordedAt() {
        return recordedAt;
    }

    public String getRecordedBy() {
        return recordedBy;
    }
}
