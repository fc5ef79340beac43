package org.vinculo.crm.value;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.shared.Money;

/**
 * What a customer brought and took over a window.
 *
 * @param from first day of it
 * @param until last day of it
 * @param steps from what was sold to what remained, in the order in which they are shown
 * @param netRevenue what remains after discounts, returns and bad debt
 * @param margin what remains after the goods
 * @param value what remains in the end
 * @param sales number of sales
 * @param withoutCost sales of which the cost of the goods is not known; they count as if they cost nothing
 * @param leftOut sums in currencies without a rate, which are not in the figures
 * @param channels what each channel took, the dearest first
 * @param priced whether anybody has said what contacts cost
 */
public record ContributionView(
        LocalDate from,
        LocalDate until,
        String currency,
        List<Step> steps,
        Money netRevenue,
        Money margin,
        Money value,
        long sales,
        long withoutCost,
        List<Money> leftOut,
        List<ChannelLine> channels,
        boolean priced)
        implements Serializable {

    public ContributionView {
        steps = List.copyOf(steps);
        leftOut = List.copyOf(leftOut);
        channels = List.copyOf(channels);
    }

    /** @param change signed effect @param remaining after the step */
    public record Step(WaterfallStep step, Money change, Money remaining) implements Serializable {}

    /** @param minutes of all contacts together */
    public record ChannelLine(Channel channel, int contacts, BigDecimal minutes, Money cost) implements Serializable {}

    public boolean isBelowZero() {
        return value.amount().signum() < 0;
    }

    /** Whether there is anything at all to show. */
    public boolean isEmpty() {
        return steps.stream().allMatch(step -> step.change().amount().signum() == 0);
    }
}
