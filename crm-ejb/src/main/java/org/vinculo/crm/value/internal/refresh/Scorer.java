package org.vinculo.crm.value.internal.refresh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.RfmDefinition;
import org.vinculo.crm.value.ValueModel;
import org.vinculo.crm.value.ValueSettings;
import org.vinculo.crm.value.entity.ValueRun;
import org.vinculo.crm.value.internal.clv.AverageMargin;
import org.vinculo.crm.value.internal.clv.BgNbd;
import org.vinculo.crm.value.internal.clv.FutureValue;
import org.vinculo.crm.value.internal.clv.GammaGamma;
import org.vinculo.crm.value.internal.clv.Horizon;
import org.vinculo.crm.value.internal.clv.RepeatSummary;
import org.vinculo.crm.value.internal.potential.Potential;
import org.vinculo.crm.value.internal.rfm.RfmFigures;
import org.vinculo.crm.value.internal.rfm.RfmScale;

/** Turns one summed-up history at a time into figures, by the models of a run. Not for several threads at once. */
final class Scorer {

    private static final double DAYS_OF_MONTH = 365.25 / 12;
    private static final double MONTHS_OF_YEAR = 12;

    final long run;
    final LocalDate asOf;
    private final ValueSettings settings;
    private final double periodWeeks;
    private final ValueModel modelName;
    private final Optional<BgNbd> purchases;
    private final Optional<GammaGamma> values;
    private final FutureValue future;
    private final Map<RfmDefinition, RfmScale> scales = new HashMap<>();
    private final Map<String, Double> peers;

    /** What the models say of one customer; what they do not know is not a number. */
    record Expected(double alive, double purchases, double worth, double gross, double service) {
        double ltv() {
            return gross - service;
        }
    }

    /** The scores by the three definitions, each as three digits. */
    record Scores(int equalGroups, int quantiles, int quantilesPlusOne) {
        int of(RfmDefinition definition) {
            return switch (definition) {
                case EQUAL_GROUPS -> equalGroups;
                case QUANTILES -> quantiles;
                case QUANTILES_PLUS_ONE -> quantilesPlusOne;
            };
        }
    }

    Scorer(ValueRun run, ValueSettings settings, LocalDate asOf, Map<String, Double> peers) {
        this.run = run.getId();
        this.asOf = asOf;
        this.settings = settings;
        this.peers = peers;
        periodWeeks = run.periodWeeks();
        modelName = run.getModel();
        purchases = run.purchaseModel();
        values = run.valueModel();
        Horizon horizon = new Horizon(settings.horizonMonths(), settings.monthlyRate(), settings.weeksPerMonth());
        boolean carried = modelName == ValueModel.BG_NBD_GAMMA_GAMMA && purchases.isPresent() && values.isPresent();
        future = carried ? new FutureValue(purchases.get(), values.get(), horizon) : null;
        for (RfmDefinition definition : RfmDefinition.values()) {
            run.scale(definition).ifPresent(scale -> scales.put(definition, scale));
        }
    }

    ValueModel model() {
        return modelName;
    }

    Expected expected(HistoryView history, CostSource.Costs costs) {
        if (!history.isCustomer()) {
            return new Expected(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        if (future == null) {
            return fallback(history, costs);
        }
        RepeatSummary summary = history.summary(asOf);
        FutureValue.Expectation expectation = future.of(summary, costs.perMonth());
        double soon = purchases
                .orElseThrow()
                .expectedPurchases(summary.repeats(), summary.lastRepeat(), summary.age(), periodWeeks);
        return new Expected(
                expectation.alive(), soon, expectation.valuePerPurchase(), expectation.gross(), expectation.service());
    }

    /** Average monthly margin times months times retention, the named fallback. */
    private Expected fallback(HistoryView history, CostSource.Costs costs) {
        // over a year at least, so that one purchase of last week is not taken for a habit
        double months = Math.max(MONTHS_OF_YEAR, ChronoUnit.DAYS.between(history.firstOn(), asOf) / DAYS_OF_MONTH);
        double perMonth = history.margin().doubleValue() / months;
        double gross = AverageMargin.value(perMonth, settings.horizonMonths(), settings.retention());
        double service = AverageMargin.value(costs.perMonth(), settings.horizonMonths(), settings.retention());
        double worth = history.margin().doubleValue() / Math.max(1, history.days());
        return new Expected(Double.NaN, Double.NaN, worth, gross, service);
    }

    /** Scores of a customer with a purchase in the window, otherwise nothing. */
    Optional<Scores> scores(HistoryView history) {
        if (history.windowOrders() == 0 || scales.isEmpty() || history.lastOn().isAfter(asOf)) {
            return Optional.empty();
        }
        RfmFigures figures = RfmFigures.of(
                history.customer(), history.lastOn(), history.windowOrders(), history.windowSpent(), asOf);
        return Optional.of(new Scores(
                scales.get(RfmDefinition.EQUAL_GROUPS).score(figures).code(),
                scales.get(RfmDefinition.QUANTILES).score(figures).code(),
                scales.get(RfmDefinition.QUANTILES_PLUS_ONE).score(figures).code()));
    }

    /** What somebody could be worth; who is gone has to be won back before there is room to grow. */
    double potential(HistoryView history, double ltv) {
        Double best = peers.get(history.peerGroup());
        boolean gone = Phase.valueOf(history.phase()).isGone();
        return gone || best == null ? ltv : Math.max(best, ltv);
    }

    static Potential.Peers peers(double[] values) {
        return new Potential.Peers(values);
    }

    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(4, RoundingMode.HALF_EVEN);
    }

    /** Growth of the chosen definition's own cell. */
    RfmDefinition definition() {
        return settings.rfmDefinition();
    }
}
