package org.vinculo.crm.value;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import org.vinculo.crm.value.entity.ValuePolicy;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.PolicyRules;
import org.vinculo.crm.value.internal.Runs;

/** Has all figures made again on behalf of another room, inside its transaction; nobody's permission is asked. */
@ApplicationScoped
public class ValueRefresh {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Policies policies;

    @Inject
    Runs runs;

    /** What one unit of another currency is worth in the currency of the figures, as the next version of their settings. */
    public void convert(Map<String, BigDecimal> rates, String by, String reason) {
        ValueSettings present = policies.value().settings();
        ValueSettings wanted = new ValueSettings(
                present.number(),
                present.currency(),
                rates,
                present.measure(),
                present.rfmDefinition(),
                present.rfmFrequency(),
                present.rfmWindowDays(),
                present.horizonMonths(),
                present.monthlyRate(),
                present.weeksPerMonth(),
                present.fewestRepeaters(),
                present.retention(),
                present.pausePercent(),
                present.fewestPauses(),
                present.usualPauseDays(),
                present.lapsedFactor(),
                present.expansionPercent(),
                present.fixedAsOf(),
                null,
                null,
                reason);
        PolicyRules.check(wanted);
        em.persist(new ValuePolicy(PolicyRules.next(wanted, present.number(), clock.instant(), by)));
        em.flush();
    }

    /**
     * Orders a refresh that starts once the present transaction is through.
     *
     * @param by who asked for it, to be shown
     * @return public id of the job
     */
    public String order(String by) {
        return runs.order(RefreshOrder.USUAL, by);
    }
}
