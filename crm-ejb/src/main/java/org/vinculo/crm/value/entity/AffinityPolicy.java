package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.shared.BaseEntity;
import org.vinculo.crm.value.AffinityLimits;

/** Which rules are worth having, from a moment on; never changed afterwards. */
@Entity
@Audited(
        name = "affinityPolicy",
        ignore = {"changedAt", "changedBy"})
@Table(name = "affinity_policy")
public class AffinityPolicy extends BaseEntity {

    @Column(name = "policy_no", nullable = false, updatable = false)
    private int number;

    @Column(name = "min_support", nullable = false, updatable = false)
    private double minSupport;

    @Column(name = "min_confidence", nullable = false, updatable = false)
    private double minConfidence;

    @Column(name = "min_lift", nullable = false, updatable = false)
    private double minLift;

    @Column(name = "most_items", nullable = false, updatable = false)
    private int mostItems;

    @Column(name = "dismissed_days", nullable = false, updatable = false)
    private int dismissedDays;

    @Column(name = "excluded", length = 4000, updatable = false)
    private String excluded;

    @Column(name = "changed_at", nullable = false, updatable = false)
    private Instant changedAt;

    @Column(name = "changed_by", nullable = false, updatable = false, length = 200)
    private String changedBy;

    protected AffinityPolicy() {}

    public AffinityPolicy(int number, AffinityLimits limits, Instant changedAt, String changedBy) {
        this.number = number;
        this.minSupport = limits.minSupport();
        this.minConfidence = limits.minConfidence();
        this.minLift = limits.minLift();
        this.mostItems = limits.mostItems();
        this.dismissedDays = limits.dismissedDays();
        this.excluded = limits.excluded().isEmpty() ? null : String.join("\n", limits.excluded());
        this.changedAt = changedAt;
        this.changedBy = changedBy;
    }

    public AffinityLimits limits() {
        return new AffinityLimits(
                number,
                minSupport,
                minConfidence,
                minLift,
                mostItems,
                dismissedDays,
                excluded == null ? List.of() : List.of(excluded.split("\n", -1)));
    }

    public int getNumber() {
        return number;
    }
}
