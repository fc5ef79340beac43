package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.Instant;

/**
 * A search for rules.
 *
 * @param jobId public id of the job that does it
 * @param newestLine number of the newest purchase line when it began: what came later is in none of its counts
 * @param baskets sales that were looked at
 * @param items different products in them
 * @param failure key of the text that says why there is no result, or null
 * @param limits what was searched for
 */
public record AffinityRunView(
        String publicId,
        String jobId,
        RunState state,
        Instant startedAt,
        String startedBy,
        Instant finishedAt,
        long newestLine,
        int baskets,
        int items,
        int rules,
        String failure,
        AffinityLimits limits)
        implements Serializable {}
