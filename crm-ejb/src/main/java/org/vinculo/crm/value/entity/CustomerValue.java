package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.value.IdipStep;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.PhaseRule;
import org.vinculo.crm.value.RfmCell;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierReason;
import org.vinculo.crm.value.ValueCard;
import org.vinculo.crm.value.ValueFlag;
import org.vinculo.crm.value.ValueModel;

/** The figures of a customer as the last refresh left them. Read here, written by the refresh alone. */
@Entity
@Table(name = "customer_value")
public class CustomerValue {

    @Id
    @Column(name = "customer_id")
    private Long customerId;

    @Column(name = "run_id")
    private long runId;

    @Column(name = "as_of")
    private LocalDate asOf;

    @Column(name = "computed_at")
    private Instant computedAt;

    @Column(name = "currency")
    private String currency;

    @Enumerated(EnumType.STRING)
    @Column(name = "model")
    private ValueModel model;

    @Column(name = "flags")
    private String flags;

    @Column(name = "first_on")
    private LocalDate firstOn;

    @Column(name = "last_on")
    private LocalDate lastOn;

    @Column(name = "recency_days")
    private Integer recencyDays;

    @Column(name = "frequency")
    private Integer frequency;

    @Column(name = "monetary")
    private BigDecimal monetary;

    @Column(name = "rfm")
    private Integer rfm;

    @Enumerated(EnumType.STRING)
    @Column(name = "rfm_cell")
    private RfmCell rfmCell;

    @Column(name = "repeats")
    private int repeats;

    @Column(name = "last_repeat")
    private double lastRepeat;

    @Column(name = "age")
    private double age;

    @Column(name = "mean_value")
    private double meanValue;

    @Column(name = "p_alive")
    private Double pAlive;

    @Column(name = "expected_purchases")
    private Double expectedPurchases;

    @Column(name = "expected_spend")
    private Double expectedWorth;

    @Column(name = "ltv_gross")
    private Double ltvGross;

    @Column(name = "ltv_service")
    private Double ltvService;

    @Column(name = "ltv")
    private Double ltv;

    @Column(name = "net_revenue")
    private BigDecimal netRevenue;

    @Column(name = "margin")
    private BigDecimal margin;

    @Column(name = "year_margin")
    private BigDecimal yearMargin;

    @Column(name = "year_service")
    private BigDecimal yearService;

    @Column(name = "contribution")
    private BigDecimal contribution;

    @Column(name = "potential")
    private Double potential;

    @Column(name = "gap")
    private Double gap;

    @Column(name = "churn_risk")
    private Double churnRisk;

    @Enumerated(EnumType.STRING)
    @Column(name = "tier")
    private Tier tier;

    @Enumerated(EnumType.STRING)
    @Column(name = "tier_reason")
    private TierReason tierReason;

    @Column(name = "tier_since")
    private LocalDate tierSince;

    @Enumerated(EnumType.STRING)
    @Column(name = "tier_suggested")
    private Tier tierSuggested;

    @Column(name = "tier_seen")
    private int tierSeen;

    @Column(name = "tier_policy_no")
    private int tierPolicyNo;

    @Enumerated(EnumType.STRING)
    @Column(name = "hand_tier")
    private Tier handTier;

    @Column(name = "hand_until")
    private LocalDate handUntil;

    @Enumerated(EnumType.STRING)
    @Column(name = "phase")
    private Phase phase;

    @Column(name = "phase_since")
    private LocalDate phaseSince;

    @Enumerated(EnumType.STRING)
    @Column(name = "phase_rule")
    private PhaseRule phaseRule;

    @Column(name = "idip")
    private int idip;

    protected CustomerValue() {}

    public Long getCustomerId() {
        return customerId;
    }

    public long getRunId() {
        return runId;
    }

    public Tier getTier() {
        return tier;
    }

    public LocalDate getAsOf() {
        return asOf;
    }

    public int getTierPolicyNumber() {
        return tierPolicyNo;
    }

    public ValueCard card() {
        return new ValueCard(
                asOf,
                computedAt,
                currency,
                model,
                flags(),
                firstOn,
                lastOn,
                recencyDays,
                frequency,
                monetary,
                rfm,
                rfmCell,
                repeats,
                lastRepeat,
                age,
                meanValue,
                pAlive,
                expectedPurchases,
                expectedWorth,
                ltvGross,
                ltvService,
                ltv,
                netRevenue,
                margin,
                yearMargin,
                yearService,
                contribution,
                potential,
                gap,
                churnRisk,
                tier,
                tierReason,
                tierSince,
                tierSuggested,
                tierSeen,
                tierPolicyNo,
                handTier,
                handUntil,
                phase,
                phaseSince,
                phaseRule,
                steps());
    }

    private Set<ValueFlag> flags() {
        return flags == null
                ? Set.of()
                : Arrays.stream(flags.split(",")).map(ValueFlag::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private Set<IdipStep> steps() {
        return Arrays.stream(IdipStep.values())
                .filter(step -> step.isIn(idip))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(IdipStep.class)));
    }
}
