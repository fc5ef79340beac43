package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.vinculo.crm.shared.BaseEntity;
import org.vinculo.crm.value.ChurnModelView;
import org.vinculo.crm.value.internal.risk.Separation;

/** A tenth of the checked customers by chance. */
@Entity
@Table(name = "churn_band")
public class ChurnBand extends BaseEntity {

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "run_id", nullable = false, updatable = false)
    private ChurnRun run;

    @Column(name = "place", nullable = false, updatable = false)
    private int place;

    @Column(name = "customers", nullable = false, updatable = false)
    private int customers;

    @Column(name = "mean_chance", nullable = false, updatable = false)
    private double meanChance;

    @Column(name = "happened", nullable = false, updatable = false)
    private double happened;

    protected ChurnBand() {}

    ChurnBand(ChurnRun run, int place, Separation.Band band) {
        this.run = run;
        this.place = place;
        this.customers = band.rows();
        this.meanChance = band.meanProbability();
        this.happened = band.rate();
    }

    ChurnModelView.Band view() {
        return new ChurnModelView.Band(place, customers, meanChance, happened);
    }
}
