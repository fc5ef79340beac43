package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A prospect and how alike to the most valuable customers.
 *
 * @param likeness 1 for one like the best to 0
 */
public record AlikeProspect(
        String publicId,
        String name,
        String kind,
        String country,
        String language,
        String origin,
        LocalDate since,
        double likeness)
        implements Serializable {}
