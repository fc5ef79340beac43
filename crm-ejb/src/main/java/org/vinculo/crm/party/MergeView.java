package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;

/**
 * A record that became a part of a customer.
 *
 * @param publicId of the merge
 * @param mergedId public id that leads on from now
 * @param rows how many rows moved
 * @param newest whether it can be split off now: the newest one has to go first
 */
public record MergeView(
        String publicId,
        String mergedId,
        String name,
        String externalId,
        Instant at,
        String by,
        long rows,
        boolean newest)
        implements Serializable {}
