package org.vinculo.crm.backoffice.value;

import jakarta.enterprise.inject.spi.CDI;
import org.vinculo.crm.value.ContributionService;

/** Takes back what was decided about a plan; apart, so that what waits in the session holds no service. */
final class PlanUndo {

    private PlanUndo() {}

    static void giveUp(String customer) {
        contributions().giveUp(customer);
    }

    static void goOn(String customer, String choice) {
        contributions().goOn(customer, choice);
    }

    private static ContributionService contributions() {
        return CDI.current().select(ContributionService.class).get();
    }
}
