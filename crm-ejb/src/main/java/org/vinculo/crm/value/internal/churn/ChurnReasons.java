package org.vinculo.crm.value.internal.churn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.value.ChurnExplanation;
import org.vinculo.crm.value.ChurnFactor;
import org.vinculo.crm.value.internal.risk.Observation;
import org.vinculo.crm.value.internal.risk.RiskModel;

/** Takes the chance of one customer apart. */
@ApplicationScoped
public class ChurnReasons {

    @Inject
    BehaviourReader reader;

    @Inject
    ChurnStore store;

    public Optional<ChurnExplanation> of(ChurnStore.Fit fit, long customer) {
        LocalDate asOf = fit.view().asOf();
        return store.known(customer)
                .flatMap(known -> reader.read(customer, asOf, known.past()))
                .flatMap(behaviour -> behaviour.on(asOf))
                .map(now -> explanation(fit, now));
    }

    private static ChurnExplanation explanation(ChurnStore.Fit fit, Observation now) {
        RiskModel model = fit.model();
        List<ChurnExplanation.Part> parts = model.factors(now).stream()
                .map(factor -> {
                    ChurnFactor name = ChurnFactor.valueOf(factor.feature());
                    return new ChurnExplanation.Part(name, counted(name, now), factor.oddsRatio());
                })
                .filter(part -> part.value() != null)
                .toList();
        double average = 1 / (1 + Math.exp(-model.intercept()));
        return new ChurnExplanation(
                model.probability(now),
                average,
                parts,
                fit.view().asOf(),
                fit.view().windowDays());
    }

    /** As people count it: logarithms are taken back. */
    private static Double counted(ChurnFactor factor, Observation now) {
        Double value = now.numbers().get(factor.name());
        if (value == null) {
            return null;
        }
        return switch (factor) {
            case ORDERS, CONTACTS -> Math.expm1(value);
            default -> value;
        };
    }
}
