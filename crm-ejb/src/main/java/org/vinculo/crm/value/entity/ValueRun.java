package org.vinculo.crm.value.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.purchase.PurchaseKind;
import org.vinculo.crm.purchase.PurchasesOfDay;
import org.vinculo.crm.shared.PublicEntity;
import org.vinculo.crm.value.ModelCardView;
import org.vinculo.crm.value.ModelGrade;
import org.vinculo.crm.value.ModelPurchases;
import org.vinculo.crm.value.ModelWarning;
import org.vinculo.crm.value.RefreshState;
import org.vinculo.crm.value.RfmDefinition;
import org.vinculo.crm.value.TimeUnit;
import org.vinculo.crm.value.ValueMeasure;
import org.vinculo.crm.value.ValueModel;
import org.vinculo.crm.value.ValueSettings;
import org.vinculo.crm.value.internal.clv.BgNbd;
import org.vinculo.crm.value.internal.clv.GammaGamma;
import org.vinculo.crm.value.internal.clv.HoldoutCheck;
import org.vinculo.crm.value.internal.clv.ModelCard;
import org.vinculo.crm.value.internal.rfm.CutPoints;
import org.vinculo.crm.value.internal.rfm.RfmScale;
import org.vinculo.crm.value.internal.tier.TierCuts;

/** One computation of all figures, and the model card of its day. */
@Entity
@Table(name = "value_run")
public class ValueRun extends PublicEntity {

    @Column(name = "job_id")
    private String jobId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private RefreshState state;

    @Column(name = "as_of")
    private LocalDate asOf;

    @Enumerated(EnumType.STRING)
    @Column(name = "time_unit")
    private TimeUnit timeUnit;

    @Column(name = "periods")
    private int periods;

    @Column(name = "policy_no")
    private int policyNumber;

    @Column(name = "tier_policy_no")
    private int tierPolicyNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "rfm_definition")
    private RfmDefinition rfmDefinition;

    @Enumerated(EnumType.STRING)
    @Column(name = "measure")
    private ValueMeasure measure;

    @Column(name = "currency")
    private String currency;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "customers")
    private long customers;

    @Column(name = "repeaters")
    private long repeaters;

    @Column(name = "prospects")
    private long prospects;

    @Column(name = "purchases")
    private long purchases;

    @Column(name = "returns")
    private long returns;

    @Column(name = "first_purchase")
    private LocalDate firstPurchase;

    @Column(name = "last_purchase")
    private LocalDate lastPurchase;

    @Column(name = "revenue")
    private BigDecimal revenue = BigDecimal.ZERO;

    @Column(name = "returned")
    private BigDecimal returned = BigDecimal.ZERO;

    @Column(name = "with_cost")
    private long withCost;

    @Column(name = "left_out")
    private long leftOut;

    @Column(name = "fitted_on")
    private long fittedOn;

    @Column(name = "repeat_purchases")
    private long repeatPurchases;

    @Enumerated(EnumType.STRING)
    @Column(name = "model")
    private ValueModel model;

    @Column(name = "warnings")
    private String warnings;

    @Column(name = "bg_r")
    private Double bgR;

    @Column(name = "bg_alpha")
    private Double bgAlpha;

    @Column(name = "bg_a")
    private Double bgA;

    @Column(name = "bg_b")
    private Double bgB;

    @Column(name = "bg_r_error")
    private Double bgRError;

    @Column(name = "bg_alpha_error")
    private Double bgAlphaError;

    @Column(name = "bg_a_error")
    private Double bgAError;

    @Column(name = "bg_b_error")
    private Double bgBError;

    @Column(name = "bg_likelihood")
    private Double bgLikelihood;

    @Column(name = "bg_state")
    private String bgState;

    @Column(name = "gg_p")
    private Double ggP;

    @Column(name = "gg_q")
    private Double ggQ;

    @Column(name = "gg_v")
    private Double ggV;

    @Column(name = "gg_p_error")
    private Double ggPError;

    @Column(name = "gg_q_error")
    private Double ggQError;

    @Column(name = "gg_v_error")
    private Double ggVError;

    @Column(name = "gg_likelihood")
    private Double ggLikelihood;

    @Column(name = "gg_state")
    private String ggState;

    @Column(name = "gg_customers")
    private Long ggCustomers;

    @Column(name = "correlation")
    private Double correlation;

    @Column(name = "pareto_r")
    private Double paretoR;

    @Column(name = "pareto_alpha")
    private Double paretoAlpha;

    @Column(name = "pareto_s")
    private Double paretoS;

    @Column(name = "pareto_beta")
    private Double paretoBeta;

    @Column(name = "pareto_likelihood")
    private Double paretoLikelihood;

    @Column(name = "pareto_state")
    private String paretoState;

    @Column(name = "expected_purchases")
    private Double expectedPurchases;

    @Column(name = "expected_spend")
    private Double expectedWorth;

    @Column(name = "lifetime_value")
    private Double lifetimeValue;

    @Column(name = "best_cut")
    private Double bestCut;

    @Column(name = "growth_cut")
    private Double growthCut;

    @Column(name = "check_from")
    private LocalDate checkFrom;

    @Column(name = "check_until")
    private LocalDate checkUntil;

    @Column(name = "check_customers")
    private Long checkCustomers;

    @Column(name = "check_expected")
    private Double checkExpected;

    @Column(name = "check_actual")
    private Long checkActual;

    @Column(name = "check_lift")
    private Double checkLift;

    @Enumerated(EnumType.STRING)
    @Column(name = "grade")
    private ModelGrade grade;

    @ElementCollection
    @CollectionTable(name = "value_run_group", joinColumns = @JoinColumn(name = "run_id"))
    private List<RunGroup> groups = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "value_run_cut", joinColumns = @JoinColumn(name = "run_id"))
    private List<RunCut> cuts = new ArrayList<>();

    protected ValueRun() {}

    public ValueRun(ValueSettings settings, int tierPolicyNumber, LocalDate asOf, String currency) {
        this.state = RefreshState.WAITING;
        this.policyNumber = settings.number();
        this.tierPolicyNumber = tierPolicyNumber;
        this.rfmDefinition = settings.rfmDefinition();
        this.measure = settings.measure();
        this.asOf = asOf;
        this.currency = currency;
        this.timeUnit = TimeUnit.WEEK;
    }

    /** For how long purchases are to be expected, and in which unit people want to read it. */
    public void expecting(TimeUnit unit, int howMany) {
        timeUnit = unit;
        periods = howMany;
    }

    public void submitted(String job, Instant at, String by) {
        jobId = job;
        startedAt = at;
        startedBy = by;
    }

    /** What the purchases look like before anything is computed. */
    public void begun(String baseCurrency, LocalDate first, LocalDate last, long sales, long returnCount) {
        state = RefreshState.RUNNING;
        currency = baseCurrency;
        firstPurchase = first;
        lastPurchase = last;
        purchases = sales;
        returns = returnCount;
    }

    public void read(long all, long again, long notYet, BigDecimal sold, BigDecimal takenBack) {
        customers = all;
        repeaters = again;
        prospects = notYet;
        revenue = sold;
        returned = takenBack;
    }

    public void sources(long salesWithCost, long purchasesLeftOut) {
        withCost = salesWithCost;
        leftOut = purchasesLeftOut;
    }

    public void fitted(ModelCard card, long on, long onValues, long repeatsOfThem) {
        repeatPurchases = repeatsOfThem;
        model = card.model();
        fittedOn = on;
        ggCustomers = onValues;
        warnings = card.warnings().stream().map(Enum::name).collect(Collectors.joining(","));
        bgR = estimate(card.purchases(), 0);
        bgAlpha = estimate(card.purchases(), 1);
        bgA = estimate(card.purchases(), 2);
        bgB = estimate(card.purchases(), 3);
        bgRError = error(card.purchases(), 0);
        bgAlphaError = error(card.purchases(), 1);
        bgAError = error(card.purchases(), 2);
        bgBError = error(card.purchases(), 3);
        bgLikelihood = finite(card.purchases().logLikelihood());
        bgState = card.purchases().state().name();
        ggP = estimate(card.values(), 0);
        ggQ = estimate(card.values(), 1);
        ggV = estimate(card.values(), 2);
        ggPError = error(card.values(), 0);
        ggQError = error(card.values(), 1);
        ggVError = error(card.values(), 2);
        ggLikelihood = finite(card.values().logLikelihood());
        ggState = card.values().state().name();
        correlation = finite(card.correlation());
    }

    /** Nobody bought anything: there is nothing to fit. */
    public void empty() {
        model = ValueModel.AVERAGE_MARGIN;
        warnings = ModelWarning.TOO_FEW_REPEATS.name();
    }

    /** Pareto/NBD, parameters in the order r, alpha, s, beta. */
    public void secondOpinion(List<Double> parameters, double likelihood, String fitState) {
        paretoR = finite(parameters.get(0));
        paretoAlpha = finite(parameters.get(1));
        paretoS = finite(parameters.get(2));
        paretoBeta = finite(parameters.get(3));
        paretoLikelihood = finite(likelihood);
        paretoState = fitState;
    }

    public void checked(LocalDate from, LocalDate until, HoldoutCheck check) {
        checkFrom = from;
        checkUntil = until;
        checkCustomers = check.customers();
        checkExpected = finite(check.expected());
        checkActual = check.actual();
        checkLift = finite(check.lift());
        grade = check.grade();
        groups.clear();
        add(RunGroup.FREQUENCY, check.byFrequency());
        add(RunGroup.TENTH, check.calibration());
    }

    private void add(String kind, List<HoldoutCheck.Group> some) {
        some.stream()
                .filter(group -> group.customers() > 0)
                .map(group -> new ModelCardView.Group(
                        group.label(), group.customers(), group.meanExpected(), group.meanActual()))
                .forEach(group -> groups.add(new RunGroup(kind, group)));
    }

    public void scaled(RfmScale scale) {
        add(scale.definition(), RunCut.Figure.RECENCY, scale.recency());
        add(scale.definition(), RunCut.Figure.FREQUENCY, scale.frequency());
        add(scale.definition(), RunCut.Figure.MONETARY, scale.monetary());
    }

    private void add(RfmDefinition definition, RunCut.Figure figure, CutPoints points) {
        cuts.removeIf(cut -> cut.is(definition, figure));
        for (int i = 0; i < points.values().size(); i++) {
            Long customer =
                    points.customers().isEmpty() ? null : points.customers().get(i);
            cuts.add(new RunCut(definition, figure, i + 1, points.values().get(i), customer));
        }
    }

    public void cut(TierCuts tierCuts, double purchasesExpected, double spendExpected, double value) {
        bestCut = finite(tierCuts.best());
        growthCut = finite(tierCuts.growth());
        expectedPurchases = finite(purchasesExpected);
        expectedWorth = finite(spendExpected);
        lifetimeValue = finite(value);
    }

    public void finish(Instant at) {
        state = RefreshState.DONE;
        finishedAt = at;
    }

    public void fail(Instant at) {
        state = RefreshState.FAILED;
        finishedAt = at;
    }

    /** The scale of a definition, or empty when nobody was there to be cut into groups. */
    public Optional<RfmScale> scale(RfmDefinition definition) {
        boolean there = cuts.stream().anyMatch(cut -> cut.is(definition, RunCut.Figure.RECENCY));
        return there
                ? Optional.of(new RfmScale(
                        definition,
                        points(definition, RunCut.Figure.RECENCY),
                        points(definition, RunCut.Figure.FREQUENCY),
                        points(definition, RunCut.Figure.MONETARY)))
                : Optional.empty();
    }

    private CutPoints points(RfmDefinition definition, RunCut.Figure figure) {
        List<RunCut> of = cuts.stream()
                .filter(cut -> cut.is(definition, figure))
                .sorted(Comparator.comparingInt(RunCut::place))
                .toList();
        List<Long> ties = definition == RfmDefinition.EQUAL_GROUPS
                ? of.stream().map(RunCut::customer).toList()
                : List.of();
        return new CutPoints(definition, of.stream().map(RunCut::cut).toList(), ties);
    }

    public TierCuts tierCuts() {
        return new TierCuts(
                bestCut == null ? Double.POSITIVE_INFINITY : bestCut,
                growthCut == null ? Double.POSITIVE_INFINITY : growthCut);
    }

    /** The model of purchases, where one was fitted at all. */
    public Optional<BgNbd> purchaseModel() {
        return bgR == null || !("SOLID".equals(bgState) || "FLAT".equals(bgState))
                ? Optional.empty()
                : Optional.of(new BgNbd(bgR, bgAlpha, bgA, bgB));
    }

    public Optional<GammaGamma> valueModel() {
        return ggP == null || !("SOLID".equals(ggState) || "FLAT".equals(ggState))
                ? Optional.empty()
                : Optional.of(new GammaGamma(ggP, ggQ, ggV));
    }

    /** The documents that a count of the card is of. @param rated other currencies that were taken in */
    public PurchasesOfDay purchases(ModelPurchases of, Set<String> rated) {
        Set<String> counted = new HashSet<>(rated);
        counted.add(currency);
        PurchaseKind kind =
                switch (of) {
                    case SALES, WITH_COST -> PurchaseKind.SALE;
                    case RETURNS -> PurchaseKind.RETURN;
                    case LEFT_OUT -> null;
                };
        return new PurchasesOfDay(
                kind, counted, of != ModelPurchases.LEFT_OUT, of == ModelPurchases.WITH_COST, asOf, startedAt);
    }

    public ModelCardView view() {
        return new ModelCardView(
                getPublicId(),
                asOf,
                finishedAt,
                startedBy,
                timeUnit,
                periods,
                policyNumber,
                tierPolicyNumber,
                measure,
                rfmDefinition,
                currency,
                customers,
                repeaters,
                prospects,
                purchases,
                returns,
                firstPurchase,
                lastPurchase,
                revenue,
                returned,
                withCost,
                leftOut,
                fittedOn,
                model,
                warningSet(),
                purchaseFit(),
                valueFit(),
                ggCustomers,
                correlation,
                secondOpinionFit(),
                expectedPurchases,
                expectedWorth,
                lifetimeValue,
                bestCut,
                growthCut,
                check());
    }

    private Set<ModelWarning> warningSet() {
        return warnings == null || warnings.isEmpty()
                ? Set.of()
                : Arrays.stream(warnings.split(","))
                        .map(ModelWarning::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ModelWarning.class)));
    }

    private ModelCardView.Fit purchaseFit() {
        return bgR == null
                ? null
                : new ModelCardView.Fit(
                        List.of(
                                new ModelCardView.Parameter("r", bgR, bgRError),
                                new ModelCardView.Parameter("alpha", inUnit(bgAlpha), inUnit(bgAlphaError)),
                                new ModelCardView.Parameter("a", bgA, bgAError),
                                new ModelCardView.Parameter("b", bgB, bgBError)),
                        likelihoodInUnit(bgLikelihood),
                        bgState);
    }

    private ModelCardView.Fit valueFit() {
        return ggP == null
                ? null
                : new ModelCardView.Fit(
                        List.of(
                                new ModelCardView.Parameter("p", ggP, ggPError),
                                new ModelCardView.Parameter("q", ggQ, ggQError),
                                new ModelCardView.Parameter("v", ggV, ggVError)),
                        ggLikelihood,
                        ggState);
    }

    private ModelCardView.Fit secondOpinionFit() {
        return paretoR == null
                ? null
                : new ModelCardView.Fit(
                        List.of(
                                new ModelCardView.Parameter("r", paretoR, null),
                                new ModelCardView.Parameter("alpha", inUnit(paretoAlpha), null),
                                new ModelCardView.Parameter("s", paretoS, null),
                                new ModelCardView.Parameter("beta", inUnit(paretoBeta), null)),
                        likelihoodInUnit(paretoLikelihood),
                        paretoState);
    }

    private ModelCardView.Check check() {
        return checkFrom == null
                ? null
                : new ModelCardView.Check(
                        checkFrom,
                        checkUntil,
                        checkCustomers,
                        checkExpected,
                        checkActual,
                        checkLift,
                        grade,
                        groups(RunGroup.FREQUENCY),
                        groups(RunGroup.TENTH));
    }

    private List<ModelCardView.Group> groups(String kind) {
        return groups.stream()
                .filter(group -> group.is(kind))
                .map(RunGroup::view)
                .sorted(Comparator.comparingInt(ModelCardView.Group::label))
                .toList();
    }

    /** A length of time of the model, which counts weeks, in the unit that was asked for. */
    private Double inUnit(Double weeks) {
        return weeks == null ? null : Double.valueOf(weeks / timeUnit.weeks());
    }

    /** In another unit of time the likelihood of every repeat purchase is another density. */
    private Double likelihoodInUnit(Double inWeeks) {
        return inWeeks == null ? null : Double.valueOf(inWeeks + repeatPurchases * Math.log(timeUnit.weeks()));
    }

    private static Double estimate(ModelCard.FitCard fit, int parameter) {
        return finite(fit.parameters().get(parameter).estimate());
    }

    private static Double error(ModelCard.FitCard fit, int parameter) {
        return finite(fit.parameters().get(parameter).standardError());
    }

    /** Derby keeps neither infinity nor what is not a number. */
    private static Double finite(double number) {
        return Double.isFinite(number) ? Double.valueOf(number) : null;
    }

    public RefreshState getState() {
        return state;
    }

    public String getJobId() {
        return jobId;
    }

    public LocalDate getAsOf() {
        return asOf;
    }

    public TimeUnit getTimeUnit() {
        return timeUnit;
    }

    public int getPeriods() {
        return periods;
    }

    /** The periods in weeks. */
    public double periodWeeks() {
        return periods * timeUnit.weeks();
    }

    public int getPolicyNumber() {
        return policyNumber;
    }

    public int getTierPolicyNumber() {
        return tierPolicyNumber;
    }

    public RfmDefinition getRfmDefinition() {
        return rfmDefinition;
    }

    public String getCurrency() {
        return currency;
    }

    public Double getBestCut() {
        return bestCut;
    }

    public Instant getStartedAt() {
        return startedAt;
    }

    public Instant getFinishedAt() {
        return finishedAt;
    }

    public String getStartedBy() {
        return startedBy;
    }

    public long getCustomers() {
        return customers;
    }

    public LocalDate getFirstPurchase() {
        return firstPurchase;
    }

    public LocalDate getLastPurchase() {
        return lastPurchase;
    }

    public ValueModel getModel() {
        return model;
    }
}
