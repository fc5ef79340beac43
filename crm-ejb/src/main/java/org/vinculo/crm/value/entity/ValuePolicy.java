package org.vinculo.crm.value.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.shared.BaseEntity;
import org.vinculo.crm.value.RfmDefinition;
import org.vinculo.crm.value.RfmFrequency;
import org.vinculo.crm.value.ValueMeasure;
import org.vinculo.crm.value.ValueSettings;
import org.vinculo.crm.value.internal.lifecycle.LifecyclePolicy;

/** A version of how figures are made; never changed, only followed by the next one. */
@Entity
@Table(name = "value_policy")
@Audited(name = "valuePolicy")
public class ValuePolicy extends BaseEntity {

    @Column(name = "policy_no", nullable = false, updatable = false)
    private int number;

    @Column(name = "currency", updatable = false, length = 3)
    private String currency;

    @ElementCollection
    @CollectionTable(name = "value_rate", joinColumns = @JoinColumn(name = "policy_id"))
    @MapKeyColumn(name = "currency")
    @Column(name = "rate", precision = 19, scale = 8)
    private Map<String, BigDecimal> rates = new HashMap<>();

    @Enumerated(EnumType.STRING)
    @Column(name = "measure", nullable = false, updatable = false, length = 10)
    private ValueMeasure measure;

    @Enumerated(EnumType.STRING)
    @Column(name = "rfm_definition", nullable = false, updatable = false, length = 20)
    private RfmDefinition rfmDefinition;

    @Enumerated(EnumType.STRING)
    @Column(name = "rfm_frequency", nullable = false, updatable = false, length = 10)
    private RfmFrequency rfmFrequency;

    @Column(name = "rfm_window_days", nullable = false, updatable = false)
    private int rfmWindowDays;

    @Column(name = "horizon_months", nullable = false, updatable = false)
    private int horizonMonths;

    @Column(name = "monthly_rate", nullable = false, updatable = false)
    private double monthlyRate;

    @Column(name = "weeks_per_month", nullable = false, updatable = false)
    private double weeksPerMonth;

    @Column(name = "fewest_repeaters", nullable = false, updatable = false)
    private int fewestRepeaters;

    @Column(name = "retention", nullable = false, updatable = false)
    private double retention;

    @Column(name = "pause_percent", nullable = false, updatable = false)
    private int pausePercent;

    @Column(name = "fewest_pauses", nullable = false, updatable = false)
    private int fewestPauses;

    @Column(name = "usual_pause_days", nullable = false, updatable = false)
    private int usualPauseDays;

    @Column(name = "lapsed_factor", nullable = false, updatable = false)
    private double lapsedFactor;

    @Column(name = "expansion_percent", nullable = false, updatable = false)
    private int expansionPercent;

    @Column(name = "fixed_as_of", updatable = false)
    private LocalDate fixedAsOf;

    @Column(name = "changed_at", nullable = false, updatable = false)
    private Instant changedAt;

    @Column(name = "changed_by", nullable = false, updatable = false, length = 200)
    private String changedBy;

    @Column(name = "reason", updatable = false, length = 500)
    private String reason;

    protected ValuePolicy() {}

    public ValuePolicy(ValueSettings settings) {
        number = settings.number();
        currency = settings.currency();
        rates.putAll(settings.rates());
        measure = settings.measure();
        rfmDefinition = settings.rfmDefinition();
        rfmFrequency = settings.rfmFrequency();
        rfmWindowDays = settings.rfmWindowDays();
        horizonMonths = settings.horizonMonths();
        monthlyRate = settings.monthlyRate();
        weeksPerMonth = settings.weeksPerMonth();
        fewestRepeaters = settings.fewestRepeaters();
        retention = settings.retention();
        pausePercent = settings.pausePercent();
        fewestPauses = settings.fewestPauses();
        usualPauseDays = settings.usualPauseDays();
        lapsedFactor = settings.lapsedFactor();
        expansionPercent = settings.expansionPercent();
        fixedAsOf = settings.fixedAsOf();
        changedAt = settings.changedAt();
        changedBy = settings.changedBy();
        reason = settings.reason();
    }

    public ValueSettings settings() {
        return new ValueSettings(
                number,
                currency,
                rates,
                measure,
                rfmDefinition,
                rfmFrequency,
                rfmWindowDays,
                horizonMonths,
                monthlyRate,
                weeksPerMonth,
                fewestRepeaters,
                retention,
                pausePercent,
                fewestPauses,
                usualPauseDays,
                lapsedFactor,
                expansionPercent,
                fixedAsOf,
                changedAt,
                changedBy,
                reason);
    }

    /** When silence says something, by this version. */
    public LifecyclePolicy lifecycle() {
        return new LifecyclePolicy(pausePercent, fewestPauses, usualPauseDays, lapsedFactor);
    }
}
