package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierTreatment;

/** How a tier is treated by a version of the policy. */
@Embeddable
public class TreatmentRow {

    @Enumerated(EnumType.STRING)
    @Column(name = "tier", nullable = false, length = 12)
    private Tier tier;

    @Column(name = "service_multiplier", nullable = false, precision = 9, scale = 4)
    private BigDecimal serviceMultiplier;

    @Column(name = "exclusive_channel", nullable = false)
    private boolean exclusiveChannel;

    @Column(name = "discount_ceiling", nullable = false, precision = 9, scale = 4)
    private BigDecimal discountCeiling;

    @Column(name = "incentive_budget", nullable = false, precision = 19, scale = 4)
    private BigDecimal incentiveBudget;

    @Column(name = "cadence_days", nullable = false)
    private int cadenceDays;

    protected TreatmentRow() {}

    TreatmentRow(Tier tier, TierTreatment treatment) {
        this.tier = tier;
        serviceMultiplier = treatment.serviceMultiplier();
        exclusiveChannel = treatment.exclusiveChannel();
        discountCeiling = treatment.discountCeiling();
        incentiveBudget = treatment.incentiveBudget();
        cadenceDays = treatment.cadenceDays();
    }

    Tier tier() {
        return tier;
    }

    TierTreatment treatment() {
        return new TierTreatment(serviceMultiplier, exclusiveChannel, discountCeiling, incentiveBudget, cadenceDays);
    }
}
