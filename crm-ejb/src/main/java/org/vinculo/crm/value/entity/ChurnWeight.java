package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.vinculo.crm.shared.BaseEntity;

/** What one factor weighs. */
@Entity
@Table(name = "churn_weight")
public class ChurnWeight extends BaseEntity {

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "run_id", nullable = false, updatable = false)
    private ChurnRun run;

    @Column(name = "feature", nullable = false, updatable = false, length = 20)
    private String feature;

    @Column(name = "mean_value", nullable = false, updatable = false)
    private double mean;

    @Column(name = "deviation", nullable = false, updatable = false)
    private double deviation;

    @Column(name = "weight", nullable = false, updatable = false)
    private double weight;

    protected ChurnWeight() {}

    ChurnWeight(ChurnRun run, org.vinculo.crm.value.internal.risk.Column column, double weight) {
        this.run = run;
        this.feature = column.feature();
        this.mean = column.mean();
        this.deviation = column.deviation();
        this.weight = weight;
    }

    org.vinculo.crm.value.internal.risk.Column column() {
        return new org.vinculo.crm.value.internal.risk.Column(feature, null, mean, deviation);
    }

    double getWeight() {
        return weight;
    }
}
