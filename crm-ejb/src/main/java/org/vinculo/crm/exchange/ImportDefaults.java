package org.vinculo.crm.exchange;

import java.time.ZoneId;

/**
 * What is assumed where neither profile nor file says.
 *
 * @param zone time zone of the dates
 * @param currency currency of the amounts
 * @param country country of telephone numbers without prefix; it also decides dates that allow two readings
 */
public record ImportDefaults(ZoneId zone, String currency, String country) {

    /** Whether 03/04 is the third of April where nothing else tells. */
    public boolean dayFirst() {
        return !"US".equals(country);
    }
}
