package org.vinculo.crm.value;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Everything there is to say about the figures of a day and the model behind them. Numbers that do not exist are null.
 *
 * @param asOf last day that was seen
 * @param timeUnit in which parameters and periods are given
 * @param periods for which purchases are expected, in the time unit
 * @param revenue of all sales up to the day, in the currency of the figures
 * @param returned of all returns
 * @param leftOut purchases in currencies without a rate, which are in no figure
 * @param withCost sales whose cost of goods is known
 * @param fittedOn customers whose histories decided the parameters
 * @param expectedPurchases of all customers within the periods
 * @param expectedWorth of all customers within the periods
 * @param lifetimeValue of all customers
 */
public record ModelCardView(
        String runId,
        LocalDate asOf,
        Instant finishedAt,
        String startedBy,
        TimeUnit timeUnit,
        int periods,
        int settingsNumber,
        int tierPolicyNumber,
        ValueMeasure measure,
        RfmDefinition rfmDefinition,
        String currency,
        long customers,
        long repeaters,
        long prospects,
        long purchases,
        long returns,
        LocalDate firstPurchase,
        LocalDate lastPurchase,
        BigDecimal revenue,
        BigDecimal returned,
        long withCost,
        long leftOut,
        long fittedOn,
        ValueModel model,
        Set<ModelWarning> warnings,
        Fit purchaseFit,
        Fit valueFit,
        Long valueCustomers,
        Double correlation,
        Fit secondOpinion,
        Double expectedPurchases,
        Double expectedWorth,
        Double lifetimeValue,
        Double bestCut,
        Double growthCut,
        Check check)
        implements Serializable {

    public ModelCardView {
        warnings = Set.copyOf(warnings);
    }

    /** How far the figures may be relied on. */
    public ModelGrade grade() {
        return check == null ? ModelGrade.UNCHECKED : check.grade();
    }

    /** Whether the named fallback was used because the data do not carry a model. */
    public boolean fallback() {
        return model == ValueModel.AVERAGE_MARGIN;
    }

    /**
     * A fitted part.
     *
     * @param state SOLID, FLAT, EDGE or FAILED
     */
    public record Fit(List<Parameter> parameters, Double logLikelihood, String state) implements Serializable {
        public Fit {
            parameters = List.copyOf(parameters);
        }

        public boolean usable() {
            return "SOLID".equals(state) || "FLAT".equals(state);
        }

        public Double estimate(String name) {
            return parameters.stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .map(Parameter::estimate)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** @param standardError null where the data do not decide it */
    public record Parameter(String name, Double estimate, Double standardError) implements Serializable {}

    /**
     * What the model said would come against what came.
     *
     * @param from last day that the checked model saw
     * @param until last day of what came
     * @param byFrequency by number of repeat purchases, the last group takes all from seven
     * @param calibration tenths, from those of whom least was expected
     * @param lift of the tenth of whom most was expected
     */
    public record Check(
            LocalDate from,
            LocalDate until,
            long customers,
            double expected,
            long actual,
            Double lift,
            ModelGrade grade,
            List<Group> byFrequency,
            List<Group> calibration)
            implements Serializable {
        public Check {
            byFrequency = List.copyOf(byFrequency);
            calibration = List.copyOf(calibration);
        }

        /** Expected over actual less one, or null when nobody bought. */
        public Double deviation() {
            return actual == 0 ? null : Double.valueOf(expected / actual - 1);
        }
    }

    /** Means a customer. */
    public record Group(int label, long customers, double meanExpected, double meanActual) implements Serializable {}
}
