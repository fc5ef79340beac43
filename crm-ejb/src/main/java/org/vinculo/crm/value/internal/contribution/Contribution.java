package org.vinculo.crm.value.internal.contribution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.value.WaterfallStep;

/**
 * What a customer contributed over a window:
 * {@code sales - discounts - returns - bad debt - cost of goods - channels - service - campaigns}.
 *
 * <p>Net revenue is what remains after bad debt; margin is what remains after the cost of goods. All amounts are of one
 * currency, which the caller knows.
 *
 * @param amounts of each step, each as a positive number; a step that is missing is zero
 */
public record Contribution(Map<WaterfallStep, BigDecimal> amounts) {

    public static final Contribution NOTHING = new Contribution(Map.of());

    public Contribution {
        Map<WaterfallStep, BigDecimal> complete = new EnumMap<>(WaterfallStep.class);
        for (WaterfallStep step : WaterfallStep.values()) {
            complete.put(step, amounts.getOrDefault(step, BigDecimal.ZERO));
        }
        amounts = Map.copyOf(complete);
    }

    /** @param change signed effect on the contribution @param remaining after the step */
    public record Step(WaterfallStep step, BigDecimal change, BigDecimal remaining) {}

    /** With another amount added to a step. */
    public Contribution plus(WaterfallStep step, BigDecimal more) {
        Map<WaterfallStep, BigDecimal> changed = new EnumMap<>(amounts);
        changed.merge(step, more, BigDecimal::add);
        return new Contribution(changed);
    }

    /** Of two windows or two customers together. */
    public Contribution plus(Contribution other) {
        Map<WaterfallStep, BigDecimal> sums = new EnumMap<>(amounts);
        other.amounts.forEach((step, more) -> sums.merge(step, more, BigDecimal::add));
        return new Contribution(sums);
    }

    public BigDecimal netRevenue() {
        return remainingAfter(WaterfallStep.BAD_DEBT);
    }

    public BigDecimal margin() {
        return remainingAfter(WaterfallStep.COST_OF_GOODS);
    }

    /** What remains in the end; below zero for a customer who takes more than they bring. */
    public BigDecimal value() {
        return remainingAfter(WaterfallStep.CAMPAIGNS);
    }

    /** Every step with what remains after it, as charted. */
    public List<Step> waterfall() {
        List<Step> steps = new ArrayList<>();
        BigDecimal remaining = BigDecimal.ZERO;
        for (WaterfallStep step : WaterfallStep.values()) {
            BigDecimal amount = amounts.get(step);
            BigDecimal change = step == WaterfallStep.SALES ? amount : amount.negate();
            remaining = remaining.add(change);
            steps.add(new Step(step, change, remaining));
        }
        return steps;
    }

    private BigDecimal remainingAfter(WaterfallStep last) {
        return waterfall().get(last.ordinal()).remaining();
    }
}
