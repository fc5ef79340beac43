package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A partner in the list.
 *
 * @param served customers whom the partner serves today
 */
public record PartnerRow(
        String publicId,
        String name,
        PartnerKind kind,
        String territory,
        String productScope,
        LocalDate since,
        LocalDate until,
        long served)
        implements Serializable {}
