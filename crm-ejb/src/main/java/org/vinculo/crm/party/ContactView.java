package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A contact point to look at.
 *
 * @param value as people write it
 * @param href what opens it, or null when nothing safe does
 * @param country code of the country that an address ends in, otherwise null
 * @param current whether it is valid now
 * @param coming whether its validity has not begun yet
 */
public record ContactView(
        String publicId,
        ContactPointType type,
        String value,
        String country,
        String href,
        String label,
        boolean primary,
        boolean current,
        boolean coming,
        Instant verifiedAt,
        LocalDate validFrom,
        LocalDate validTo,
        DataOrigin origin,
        Instant collectedAt,
        String collectedBy)
        implements Serializable {}
