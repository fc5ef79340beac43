package org.vinculo.crm.activity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.persistence.annotations.Customizer;
import org.vinculo.crm.activity.PromiseSource;
import org.vinculo.crm.activity.PromiseState;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.party.FoundBy;
import org.vinculo.crm.party.FoundRecords;
import org.vinculo.crm.shared.PublicEntity;

/** Something a customer was promised. */
@Entity
@Audited(
        name = "promise",
        customer = "customerId",
        ignore = {"customerId", "teamId", "sourceId", "settledAt", "toldAt"})
@FoundBy(
        kind = Promise.FOUND_AS,
        fields = {"what", "note"})
@Customizer(FoundRecords.class)
@Table(name = "promise")
public class Promise extends PublicEntity {

    /** Their kind in the search. */
    public static final String FOUND_AS = "promises";

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Column(name = "what", nullable = false, length = 500)
    private String what;

    @Column(name = "due_on", nullable = false)
    private LocalDate dueOn;

    @Column(name = "owner_id", nullable = false)
    private Long ownerId;

    @Column(name = "team_id")
    private Long teamId;

    @Enumerated(EnumType.STRING)
    @Column(name = "source", nullable = false, updatable = false, length = 20)
    private PromiseSource source;

    @Column(name = "source_id", updatable = false, length = 22)
    private String sourceId;

    @Column(name = "note", length = 1000)
    private String note;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 12)
    private PromiseState state = PromiseState.OPEN;

    @Column(name = "settled_on")
    private LocalDate settledOn;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "settled_by", length = 200)
    private String settledBy;

    @Column(name = "reason", length = 500)
    private String reason;

    @Column(name = "told_at")
    private Instant toldAt;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", nullable = false, updatable = false, length = 200)
    private String createdBy;

    protected Promise() {}

    public Promise(long customerId, PromiseSource source, String sourceId, Instant createdAt, String createdBy) {
        this.customerId = customerId;
        this.source = source;
        this.sourceId = sourceId;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    /** A later day is a new chance, so its end is told again. */
    public void say(String newWhat, LocalDate newDueOn, String newNote) {
        if (!newDueOn.equals(dueOn)) {
            toldAt = null;
        }
        what = newWhat;
        dueOn = newDueOn;
        note = newNote;
    }

    public void give(long newOwnerId, Long newTeamId) {
        if (ownerId == null || ownerId != newOwnerId) {
            toldAt = null;
        }
        ownerId = newOwnerId;
        teamId = newTeamId;
    }

    public void keep(LocalDate on, Instant at, String by) {
        settle(PromiseState.KEPT, on, at, by);
    }

    public void withdraw(String why, LocalDate on, Instant at, String by) {
        settle(PromiseState.WITHDRAWN, on, at, by);
        reason = why;
    }

    private void settle(PromiseState newState, LocalDate on, Instant at, String by) {
        state = newState;
        settledOn = on;
        settledAt = at;
        settledBy = by;
        reason = null;
    }

    public void reopen() {
        settle(PromiseState.OPEN, null, null, null);
    }

    public void told(Instant at) {
        toldAt = at;
    }

    public boolean isOpen() {
        return state == PromiseState.OPEN;
    }

    public boolean isOverdue(LocalDate today) {
        return isOpen() && dueOn.isBefore(today);
    }

    public boolean isLate() {
        return state == PromiseState.KEPT && settledOn.isAfter(dueOn);
    }

    public long getCustomerId() {
        return customerId;
    }

    public String getWhat() {
        return what;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public long getOwnerId() {
        return ownerId;
    }

    public PromiseSource getSource() {
        return source;
    }

    public String getSourceId() {
        return sourceId;
    }

    public String getNote() {
        return note;
    }

    public PromiseState getState() {
        return state;
    }

    public LocalDate getSettledOn() {
        return settledOn;
    }

    public String getSettledBy() {
        return settledBy;
    }

    public String getReason() {
        return reason;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public String getCreatedBy() {
        return createdBy;
    }
}
