package org.vinculo.crm.value.internal.tier;

import java.time.LocalDate;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierReason;

/**
 * The tier of a customer after an evaluation, and what is on its way.
 *
 * @param suggested by the figures of this evaluation
 * @param seen how many evaluations in a row said so clearly
 * @param byHand decided by a person, or null
 */
public record TierState(Tier tier, TierReason reason, Tier suggested, int seen, int policyVersion, Decision byHand) {

    /** @param until last day on which it holds */
    public record Decision(Tier tier, LocalDate until) {

        boolean holds(LocalDate day) {
            return !day.isAfter(until);
        }
    }

    /** The same with a decision of a person, which counts from the next evaluation on. */
    public TierState decided(Tier chosen, LocalDate until) {
        return new TierState(tier, reason, suggested, seen, policyVersion, new Decision(chosen, until));
    }
}
