package org.vinculo.crm.value.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.shared.BaseEntity;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierSettings;
import org.vinculo.crm.value.TierTreatment;
import org.vinculo.crm.value.internal.tier.TierPolicy;

/** A version of the rules by which customers come into tiers; never changed, only followed by the next one. */
@Entity
@Table(name = "tier_policy")
@Audited(name = "tierPolicy")
public class TierPolicyVersion extends BaseEntity {

    @Column(name = "policy_no", nullable = false, updatable = false)
    private int number;

    @Column(name = "new_days", nullable = false, updatable = false)
    private int newDays;

    @Column(name = "new_purchases", nullable = false, updatable = false)
    private int newPurchases;

    @Column(name = "best_share", nullable = false, updatable = false)
    private double bestShare;

    @Column(name = "fewest_best", nullable = false, updatable = false)
    private double fewestBest;

    @Column(name = "most_best", nullable = false, updatable = false)
    private double mostBest;

    @Column(name = "growth_quantile", nullable = false, updatable = false)
    private int growthQuantile;

    @Column(name = "band", nullable = false, updatable = false)
    private double band;

    @Column(name = "confirmations", nullable = false, updatable = false)
    private int confirmations;

    @ElementCollection
    @CollectionTable(name = "tier_treatment", joinColumns = @JoinColumn(name = "policy_id"))
    private List<TreatmentRow> treatments = new ArrayList<>();

    @Column(name = "changed_at", nullable = false, updatable = false)
    private Instant changedAt;

    @Column(name = "changed_by", nullable = false, updatable = false, length = 200)
    private String changedBy;

    @Column(name = "reason", updatable = false, length = 500)
    private String reason;

    protected TierPolicyVersion() {}

    public TierPolicyVersion(TierSettings settings) {
        number = settings.number();
        newDays = settings.newDays();
        newPurchases = settings.newPurchases();
        bestShare = settings.bestShareOfValue();
        fewestBest = settings.fewestBest();
        mostBest = settings.mostBest();
        growthQuantile = settings.growthQuantile();
        band = settings.band();
        confirmations = settings.confirmations();
        settings.treatments().forEach((tier, treatment) -> treatments.add(new TreatmentRow(tier, treatment)));
        changedAt = settings.changedAt();
        changedBy = settings.changedBy();
        reason = settings.reason();
    }

    public TierSettings settings() {
        return new TierSettings(
                number,
                newDays,
                newPurchases,
                bestShare,
                fewestBest,
                mostBest,
                growthQuantile,
                band,
                confirmations,
                treatments(),
                changedAt,
                changedBy,
                reason);
    }

    /** The same as the rules read it. */
    public TierPolicy rules() {
        return new TierPolicy(
                number,
                newDays,
                newPurchases,
                bestShare,
                fewestBest,
                mostBest,
                growthQuantile,
                band,
                confirmations,
                treatments());
    }

    private Map<Tier, TierTreatment> treatments() {
        Map<Tier, TierTreatment> byTier = new EnumMap<>(Tier.class);
        treatments.forEach(row -> byTier.put(row.tier(), row.treatment()));
        return byTier;
    }
}
