package org.vinculo.crm.value.internal.clv;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.vinculo.crm.value.ModelGrade;
import org.vinculo.crm.value.ModelWarning;
import org.vinculo.crm.value.ValueModel;
import org.vinculo.crm.value.internal.numeric.FitState;
import org.vinculo.crm.value.internal.numeric.Maximum;

/**
 * All there is to say about the model behind the lifetime values of a day.
 *
 * @param asOf end of the observation
 * @param customers who bought up to then
 * @param repeaters who bought on more than one day
 * @param correlation of number and mean value of the repeat purchases
 * @param check on the last third of the history, null when the history is too short for one
 */
public record ModelCard(
        ValueModel model,
        LocalDate asOf,
        long customers,
        long repeaters,
        FitCard purchases,
        FitCard values,
        double correlation,
        Set<ModelWarning> warnings,
        HoldoutCheck check) {

    /** One fitted part; parameters in the order of the paper. */
    public record FitCard(List<Parameter> parameters, double logLikelihood, FitState state) {}

    /** @param standardError not a number where the data do not decide it */
    public record Parameter(String name, double estimate, double standardError) {}

    public static ModelCard of(
            LocalDate asOf,
            RepeatTable repeats,
            ValueTable values,
            Fitted<BgNbd> purchaseFit,
            Fitted<GammaGamma> valueFit,
            int fewestRepeaters,
            HoldoutCheck check) {
        double correlation = values.correlation();
        ModelChoice choice = ModelChoice.of(purchaseFit, valueFit, repeats.repeaters(), correlation, fewestRepeaters);
        return new ModelCard(
                choice.model(),
                asOf,
                repeats.customers(),
                repeats.repeaters(),
                card(purchaseFit.fit(), "r", "alpha", "a", "b"),
                card(valueFit.fit(), "p", "q", "v"),
                correlation,
                choice.warnings(),
                check);
    }

    public ModelGrade grade() {
        return check == null ? ModelGrade.UNCHECKED : check.grade();
    }

    private static FitCard card(Maximum fit, String... names) {
        List<Parameter> parameters = IntStream.range(0, names.length)
                .mapToObj(i -> new Parameter(
                        names[i], fit.parameter(i), fit.standardErrors().get(i)))
                .toList();
        return new FitCard(parameters, fit.logLikelihood(), fit.state());
    }
}
