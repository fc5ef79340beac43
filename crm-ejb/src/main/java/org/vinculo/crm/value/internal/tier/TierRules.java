package org.vinculo.crm.value.internal.tier;

import java.time.LocalDate;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierReason;

/** From figures to a tier: the first rule that fits, and a change only when it is clear and has been confirmed. */
public final class TierRules {

    private TierRules() {}

    /** What the figures say, without history. */
    public static Tier suggested(TierPolicy policy, TierCuts cuts, TierFacts facts) {
        if (facts.tenureDays() < policy.newDays() && facts.purchases() < policy.newPurchases()) {
            return Tier.NEW;
        }
        if (facts.lifetimeValue() < 0 && facts.contribution() < 0) {
            return Tier.BZ;
        }
        if (facts.lifetimeValue() >= cuts.best()) {
            return Tier.MVC;
        }
        boolean room = facts.gap() > 0 && facts.gap() >= cuts.growth();
        return room && facts.potential() >= cuts.best() ? Tier.MGC : Tier.INTERMEDIATE;
    }

    /**
     * The next state of a customer.
     *
     * @param before null at the first evaluation, which takes what the figures say
     * @param today decides whether what a person decided still holds
     */
    public static TierState evaluated(
            TierState before, TierPolicy policy, TierCuts cuts, TierFacts facts, LocalDate today) {
        Tier suggested = suggested(policy, cuts, facts);
        TierState.Decision byHand =
                before == null || before.byHand() == null || !before.byHand().holds(today) ? null : before.byHand();
        boolean clear = isClear(policy, cuts, facts, suggested);
        int seen = !clear ? 0 : before != null && before.suggested() == suggested ? before.seen() + 1 : 1;
        if (byHand != null) {
            return new TierState(byHand.tier(), TierReason.DECIDED_BY_HAND, suggested, seen, policy.version(), byHand);
        }
        // nobody stays new because the figures are not clear yet
        boolean free = before == null || before.tier() == suggested || before.tier() == Tier.NEW;
        if (free || seen >= policy.confirmations()) {
            return new TierState(suggested, reason(suggested), suggested, seen, policy.version(), null);
        }
        return new TierState(before.tier(), TierReason.KEPT_UNTIL_CONFIRMED, suggested, seen, policy.version(), null);
    }

    /** Whether the cuts could move by the band either way without another answer. */
    private static boolean isClear(TierPolicy policy, TierCuts cuts, TierFacts facts, Tier suggested) {
        return suggested(policy, cuts.scaled(1 + policy.band()), facts) == suggested
                && suggested(policy, cuts.scaled(1 - policy.band()), facts) == suggested;
    }

    private static TierReason reason(Tier tier) {
        return switch (tier) {
            case NEW -> TierReason.TOO_EARLY_TO_SAY;
            case BZ -> TierReason.VALUE_AND_CONTRIBUTION_BELOW_ZERO;
            case MVC -> TierReason.VALUE_AMONG_THE_BEST;
            case MGC -> TierReason.ROOM_TO_GROW;
            case INTERMEDIATE -> TierReason.NONE_OF_THE_OTHERS;
        };
    }
}
