package org.vinculo.crm.value.internal.contribution;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What would become of a lifetime value: calls moved to the portal, then a plan fee, then a minimum order; the gentlest first.
 *
 * <p>A simulation, not a forecast: nobody leaves because of a measure but those who do not accept the minimum order.
 */
public final class PathToPositive {

    private PathToPositive() {}

    /** What can be done, in the order in which it is tried. */
    public enum Measure {
        CALLS_TO_PORTAL,
        PLAN_FEE,
        MINIMUM_ORDER
    }

    /**
     * The relationship as it is. Values are in the currency of the base, discounted over the horizon of the model.
     *
     * @param presentPurchases expected purchases
     * @param presentMonths months of relationship: the discounted months of the horizon times the chance to be alive
     * @param marginPerPurchase expected margin of a purchase, may be negative
     * @param marginRate share of an order's value that is margin, 0 to 1
     * @param recentOrders values of the orders the minimum is tried on
     * @param callsPerMonth 0 or more
     * @param perCall what a call takes
     * @param perPortalUse what the same matter takes in the portal
     * @param otherServicePerMonth everything else
     */
    public record Relationship(
            double presentPurchases,
            double presentMonths,
            double marginPerPurchase,
            double marginRate,
            List<Double> recentOrders,
            double callsPerMonth,
            double perCall,
            double perPortalUse,
            double otherServicePerMonth) {

        /** The lifetime value when nothing changes. */
        public double value() {
            return presentPurchases * marginPerPurchase
                    - presentMonths * (callsPerMonth * perCall + otherServicePerMonth);
        }
    }

    /**
     * @param callsMoved share of calls that go to the portal, 0 to 1
     * @param feePerMonth 0 or more
     * @param minimumOrder value below which no order is taken, 0 for none
     * @param accepted share of smaller orders that grow to the minimum, 0 to 1; the others are lost
     */
    public record Plan(double callsMoved, double feePerMonth, double minimumOrder, double accepted) {

        /** @throws IllegalArgumentException when one of them is out of range */
        public Plan {
            boolean shares = callsMoved >= 0 && callsMoved <= 1 && accepted >= 0 && accepted <= 1;
            if (!shares || !(feePerMonth >= 0) || !(minimumOrder >= 0)) {
                throw new IllegalArgumentException("no plan: " + callsMoved + ", " + feePerMonth + ", " + minimumOrder);
            }
        }
    }

    /** @param change of the lifetime value by the measure */
    public record Effect(Measure measure, double change) {}

    /** The lifetime value without and with the plan; the effects are the difference. */
    public record Outcome(double before, double after, List<Effect> effects) {

        public boolean isPositive() {
            return after >= 0;
        }
    }

    public static Outcome of(Relationship relationship, Plan plan) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect(Measure.CALLS_TO_PORTAL, plan.callsMoved() * savedByAllCalls(relationship)));
        effects.add(new Effect(Measure.PLAN_FEE, plan.feePerMonth() * relationship.presentMonths()));
        effects.add(new Effect(Measure.MINIMUM_ORDER, byMinimumOrder(relationship, plan)));
        double before = relationship.value();
        double after = before + effects.stream().mapToDouble(Effect::change).sum();
        return new Outcome(before, after, List.copyOf(effects));
    }

    /** The smallest share of calls that brings the value to zero by itself, empty when not even all of them do. */
    public static OptionalDouble callsToMove(Relationship relationship) {
        double missing = -relationship.value();
        if (missing <= 0) {
            return OptionalDouble.of(0);
        }
        double saved = savedByAllCalls(relationship);
        return saved >= missing ? OptionalDouble.of(missing / saved) : OptionalDouble.empty();
    }

    private static double savedByAllCalls(Relationship now) {
        return now.presentMonths() * now.callsPerMonth() * (now.perCall() - now.perPortalUse());
    }

    /** Mean change of the margin of an order, times the purchases expected. */
    private static double byMinimumOrder(Relationship now, Plan plan) {
        double change = now.recentOrders().stream()
                .filter(value -> value < plan.minimumOrder())
                .mapToDouble(value -> now.marginRate() * (plan.accepted() * plan.minimumOrder() - value))
                .sum();
        return now.recentOrders().isEmpty()
                ? 0
                : now.presentPurchases() * change / now.recentOrders().size();
    }
}
