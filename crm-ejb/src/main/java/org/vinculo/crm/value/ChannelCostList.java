package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What contacts cost from a day on.
 *
 * @param number of the version, 0 before the first one
 * @param validFrom the first day on which contacts cost this
 * @param costs one for each channel
 * @param changedAt null before the first version
 */
public record ChannelCostList(
        int number, String currency, LocalDate validFrom, List<ChannelCost> costs, Instant changedAt, String changedBy)
        implements Serializable {

    public ChannelCostList {
        costs = List.copyOf(costs);
    }
}
