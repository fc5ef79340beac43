package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * How good the data about the customers in the caller's reach are.
 *
 * @param countedAt when it was counted, which may be a while ago where there are very many
 * @param customers customers in all
 * @param completeness share of the wanted facts that are known, over all of them
 * @param counts how many customers each issue concerns
 * @param sources the same by where customers came from, the largest first; at most 20
 * @param channels the same by the channel through which they came
 */
public record QualityReport(
        Instant countedAt,
        long customers,
        double completeness,
        List<Count> counts,
        List<Source> sources,
        List<Source> channels)
        implements Serializable {

    /** One issue. */
    public record Count(QualityIssue issue, long customers, double share) implements Serializable {}

    /**
     * Customers of one source or channel.
     *
     * @param source what was written down, or null for nothing
     */
    public record Source(
            String source,
            long customers,
            double completeness,
            double emailUnverified,
            double phoneUnverified,
            double stale,
            double duplicates)
            implements Serializable {}
}
