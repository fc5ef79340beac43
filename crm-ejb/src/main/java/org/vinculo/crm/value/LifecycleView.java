package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * The phases of the base at the end of a window, and what moved within it.
 *
 * @param from last day before the window
 * @param to last day of the window
 * @param shares of every phase at both ends
 * @param flows that happened within the window, the largest first
 * @param base customers at the beginning
 * @param lost of them who were gone at the end
 * @param bottleneck the phase in which the most people wait the longest, or null when nothing moved
 */
public record LifecycleView(
        LocalDate from, LocalDate to, List<PhaseRow> shares, List<Flow> flows, long base, long lost, Phase bottleneck)
        implements Serializable {

    public LifecycleView {
        shares = List.copyOf(shares);
        flows = List.copyOf(flows);
    }

    /** Share of the customers at the beginning who are gone at the end, or null without customers. */
    public Double attrition() {
        return base == 0 ? null : Double.valueOf((double) lost / base);
    }

    /** The same, if it went on so for a year; comparable with 15 to 20 per cent. */
    public Double yearlyAttrition() {
        long days = java.time.temporal.ChronoUnit.DAYS.between(from, to);
        return base == 0 || days <= 0 ? null : Double.valueOf(1 - Math.pow(1 - (double) lost / base, 365.25 / days));
    }

    /**
     * @param arrivals into the phase within the window, so that before and arrivals less exits are those of now
     * @param exits out of it within the window
     * @param medianStay days of the stays that ended within the window, or null
     * @param queueWeeks at the pace of the exits, how long those who are in it now will take to leave, or null without exits
     */
    public record PhaseRow(
            Phase phase, long before, long now, long arrivals, long exits, Double medianStay, Double queueWeeks)
            implements Serializable {}

    /**
     * @param from null for those who came in
     * @param moves within the window; somebody who went back and forth moved more than once
     */
    public record Flow(Phase from, Phase to, long moves) implements Serializable {}
}
