package org.vinculo.crm.exchange;

import java.time.ZoneId;
import java.util.List;
import org.vinculo.crm.party.CustomEntry;

/**
 * What is assumed where neither profile nor file says.
 *
 * @param zone time zone of the dates
 * @param currency currency of the amounts
 * @param country country of telephone numbers without prefix; it also decides dates that allow two readings
 * @param fields fields of administrators; those that are not editable are known, but not filled
 */
public record ImportDefaults(ZoneId zone, String currency, String country, List<CustomEntry> fields) {

    public ImportDefaults {
        fields = List.copyOf(fields);
    }

    /** Of an installation in which no administrator added fields. */
    public ImportDefaults(ZoneId zone, String currency, String country) {
        this(zone, currency, country, List.of());
    }

    /** Whether 03/04 is the third of April where nothing else tells. */
    public boolean dayFirst() {
        return !"US".equals(country);
    }
}
