package org.vinculo.crm.value;

import java.time.Instant;
import java.util.List;

/**
 * Rules for a script.
 *
 * @param asOf when the purchases were read
 * @param baskets sales that were looked at
 * @param rules at most 50,000, the most confident first
 * @param total how many rules there are
 */
public record AffinityAnswer(Instant asOf, int baskets, List<AffinityRuleView> rules, int total) {

    public AffinityAnswer {
        rules = List.copyOf(rules);
    }
}
