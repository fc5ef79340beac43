package org.vinculo.crm.backoffice.customers;

import jakarta.enterprise.inject.spi.CDI;
import org.vinculo.crm.party.CustomerService;

/** Takes a deletion back; apart, so that what waits in the session holds no service. */
final class Restoring {

    private Restoring() {}

    static void of(String publicId) {
        CDI.current().select(CustomerService.class).get().restore(publicId);
    }
}
