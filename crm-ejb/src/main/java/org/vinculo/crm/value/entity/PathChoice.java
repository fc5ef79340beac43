package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.shared.PublicEntity;
import org.vinculo.crm.value.PathPlan;
import org.vinculo.crm.value.PathView;

/** A plan that a person chose for a customer below zero, and what it was to lead to. */
@Entity
@Audited(
        name = "pathChoice",
        customer = "customerId",
        ignore = {"customerId", "chosenAt", "chosenBy", "endedBy"})
@Table(name = "path_choice")
public class PathChoice extends PublicEntity {

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Column(name = "calls_moved", nullable = false, updatable = false)
    private double callsMoved;

    @Column(name = "monthly_fee", nullable = false, updatable = false)
    private double monthlyFee;

    @Column(name = "smallest_order", nullable = false, updatable = false)
    private double smallestOrder;

    @Column(name = "accepted", nullable = false, updatable = false)
    private double accepted;

    @Column(name = "note", updatable = false, length = 1000)
    private String note;

    @Column(name = "currency", nullable = false, updatable = false, length = 3)
    private String currency;

    @Column(name = "as_of", nullable = false, updatable = false)
    private LocalDate asOf;

    @Column(name = "ltv_before", nullable = false, updatable = false)
    private double before;

    @Column(name = "ltv_expected", nullable = false, updatable = false)
    private double expected;

    @Column(name = "calls_of_year", nullable = false, updatable = false)
    private int callsOfYear;

    @Column(name = "chosen_at", nullable = false, updatable = false)
    private Instant chosenAt;

    @Column(name = "chosen_by", nullable = false, updatable = false, length = 200)
    private String chosenBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by", length = 200)
    private String endedBy;

    protected PathChoice() {}

    public PathChoice(long customerId, PathPlan plan, PathView outcome, String note) {
        this.customerId = customerId;
        this.callsMoved = plan.callsMoved();
        this.monthlyFee = plan.monthlyFee();
        this.smallestOrder = plan.smallestOrder();
        this.accepted = plan.accepted();
        this.note = note;
        this.currency = outcome.currency();
        this.asOf = outcome.asOf();
        this.before = outcome.before();
        this.expected = outcome.after();
        this.callsOfYear = outcome.callsOfYear();
    }

    public void chosen(Instant at, String by) {
        chosenAt = at;
        chosenBy = by;
    }

    public void end(Instant at, String by) {
        endedAt = at;
        endedBy = by;
    }

    public void goOn() {
        endedAt = null;
        endedBy = null;
    }

    public PathPlan plan() {
        return new PathPlan(callsMoved, monthlyFee, smallestOrder, accepted);
    }

    public Long getCustomerId() {
        return customerId;
    }

    public String getNote() {
        return note;
    }

    public String getCurrency() {
        return currency;
    }

    public LocalDate getAsOf() {
        return asOf;
    }

    public double getBefore() {
        return before;
    }

    public double getExpected() {
        return expected;
    }

    public int getCallsOfYear() {
        return callsOfYear;
    }

    public Instant getChosenAt() {
        return chosenAt;
    }

    public String getChosenBy() {
        return chosenBy;
    }

    public Instant getEndedAt() {
        return endedAt;
    }
}
