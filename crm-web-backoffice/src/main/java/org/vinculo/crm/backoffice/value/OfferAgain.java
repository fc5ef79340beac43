package org.vinculo.crm.backoffice.value;

import jakarta.enterprise.inject.spi.CDI;
import org.vinculo.crm.value.RecommendationService;

/** Takes a dismissal back; apart, so that what waits in the session holds no service. */
final class OfferAgain {

    private OfferAgain() {}

    static void of(String customer, String product) {
        CDI.current().select(RecommendationService.class).get().restore(customer, product);
    }
}
