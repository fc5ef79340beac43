package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.shared.PublicEntity;
import org.vinculo.crm.value.DefectionReason;
import org.vinculo.crm.value.PhaseEventKind;
import org.vinculo.crm.value.PhaseEventView;

/** What a person recorded about a relationship. */
@Entity
@Table(name = "phase_event")
@Audited(name = "phaseEvent", customer = "customerId")
public class PhaseEvent extends PublicEntity {

    @Column(name = "customer_id", nullable = false, updatable = false)
    private long customerId;

    @Column(name = "happened_on", nullable = false, updatable = false)
    private LocalDate happenedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false, length = 12)
    private PhaseEventKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "reason", updatable = false, length = 20)
    private DefectionReason reason;

    @Column(name = "note", updatable = false, length = 1000)
    private String note;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false, length = 200)
    private String recordedBy;

    protected PhaseEvent() {}

    public PhaseEvent(
            long customerId,
            LocalDate day,
            PhaseEventKind kind,
            DefectionReason reason,
            String note,
            Instant at,
            String by) {
        this.customerId = customerId;
        this.happenedOn = day;
        this.kind = kind;
        this.reason = reason;
        this.note = note;
        this.recordedAt = at;
        this.recordedBy = by;
    }

    public long getCustomerId() {
        return customerId;
    }

    public PhaseEventView view() {
        return new PhaseEventView(getPublicId(), kind, happenedOn, reason, note, recordedBy);
    }
}
