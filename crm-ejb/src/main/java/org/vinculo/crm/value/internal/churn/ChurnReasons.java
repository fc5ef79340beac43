package org.vinculo.crm.value.internal.churn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.value.ChurnExplanation;
import org.vinculo.crm.value.ChurnFactor;
import org.vinculo.crm.value.entity.ChurnRun;
import org.vinculo.crm.value.internal.risk.Observation;
import org.vinculo.crm.value.internal.risk.RiskModel;

/** Takes the chance of one customer apart. */
@ApplicationScoped
public class ChurnReasons {

    @Inject
    BehaviourReader reader;

    @Inject
    ChurnStore store;

    public Optional<ChurnExplanation> of(ChurnRun run, long customer) {
        return store.known(customer)
                .flatMap(known -> reader.read(customer, run.getAsOf(), known.past()))
                .flatMap(behaviour -> behaviour.on(run.getAsOf()))
                .map(now -> explanation(run, now));
    }

    private static ChurnExplanation explanation(ChurnRun run, Observation now) {
        RiskModel model = run.model();
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
                run.getAsOf(),
                run.view().windowDays());
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
