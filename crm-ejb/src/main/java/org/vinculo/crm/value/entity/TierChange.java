package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.shared.BaseEntity;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierChangeView;
import org.vinculo.crm.value.TierReason;

/** A customer came into a tier. */
@Entity
@Table(name = "tier_change")
public class TierChange extends BaseEntity {

    @Column(name = "customer_id", nullable = false, updatable = false)
    private long customerId;

    @Column(name = "changed_at", nullable = false, updatable = false)
    private Instant changedAt;

    @Column(name = "as_of", nullable = false, updatable = false)
    private LocalDate asOf;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_tier", updatable = false, length = 12)
    private Tier from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_tier", nullable = false, updatable = false, length = 12)
    private Tier to;

    @Enumerated(EnumType.STRING)
    @Column(name = "reason", nullable = false, updatable = false, length = 40)
    private TierReason reason;

    @Column(name = "policy_no", nullable = false, updatable = false)
    private int policyNumber;

    @Column(name = "run_id", updatable = false)
    private Long runId;

    @Column(name = "ltv", updatable = false)
    private Double ltv;

    @Column(name = "contribution", updatable = false, precision = 19, scale = 4)
    private BigDecimal contribution;

    @Column(name = "best_cut", updatable = false)
    private Double bestCut;

    @Column(name = "growth_cut", updatable = false)
    private Double growthCut;

    @Column(name = "gap", updatable = false)
    private Double gap;

    @Column(name = "inputs_hash", updatable = false, length = 22)
    private String inputsHash;

    @Column(name = "changed_by", nullable = false, updatable = false, length = 200)
    private String changedBy;

    @Column(name = "note", updatable = false, length = 1000)
    private String note;

    protected TierChange() {}

    /** A change that a person made; those of the refresh are written in bulk. */
    public TierChange(
            long customerId, Instant at, LocalDate asOf, Tier from, Tier to, int policyNumber, String by, String note) {
        this.customerId = customerId;
        this.changedAt = at;
        this.asOf = asOf;
        this.from = from;
        this.to = to;
        this.reason = TierReason.DECIDED_BY_HAND;
        this.policyNumber = policyNumber;
        this.changedBy = by;
        this.note = note;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public TierChangeView view() {
        return new TierChangeView(
                changedAt, asOf, from, to, reason, policyNumber, ltv, contribution, bestCut, gap, changedBy, note);
    }
}
