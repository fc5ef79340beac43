package org.vinculo.crm.value.internal.potential;

import java.util.Arrays;
import org.vinculo.crm.value.internal.numeric.Quantiles;

/**
 * What a customer could be worth: the value that one in ten of their peers reaches (Peppers and Rogers, the strategic value of
 * a customer), less the share of what they buy that is known to be here already.
 *
 * @param value in the currency of the peers
 * @param gap what is missing to it, 0 or more
 */
public record Potential(double value, double gap) {

    /** The peers of a group, sorted once. */
    public static final class Peers {

        private final double best;

        /** @param lifetimeValues of the group, in any order @throws IllegalArgumentException when there are none */
        public Peers(double[] lifetimeValues) {
            double[] sorted = lifetimeValues.clone();
            Arrays.sort(sorted);
            this.best = Quantiles.ofSorted(sorted, 9, 10);
        }

        /** The value that one in ten reaches. */
        public double best() {
            return best;
        }

        /**
         * @param own lifetime value
         * @param shareOfWallet share of the customer's needs that is bought here, above 0 to 1, or not a number where it is not
         *     known; with it, growth ends at the whole wallet
         */
        public Potential of(double own, double shareOfWallet) {
            double ceiling = own > 0 && shareOfWallet > 0 ? own / shareOfWallet : Double.POSITIVE_INFINITY;
            double value = Math.max(Math.min(best, ceiling), own);
            return new Potential(value, value - own);
        }
    }
}
