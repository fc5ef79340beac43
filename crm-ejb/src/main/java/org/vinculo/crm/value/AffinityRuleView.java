package org.vinculo.crm.value;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who buys these also buys that.
 *
 * @param publicId of the stored rule, or null for one that was found on the spot
 * @param items the left side
 * @param recommended the right side
 * @param together baskets with all of them
 * @param itemsCount baskets with the left side
 * @param recommendedCount baskets with the right side
 * @param support share of all baskets with all of them
 * @param confidence share with the right side among the baskets with the left side
 * @param lift how many times more often than by chance
 */
public record AffinityRuleView(
        String publicId,
        List<ProductName> items,
        ProductName recommended,
        int together,
        int itemsCount,
        int recommendedCount,
        double support,
        double confidence,
        double lift)
        implements Serializable {

    public AffinityRuleView {
        items = List.copyOf(items);
    }

    /** The names of the left side, separated by plus signs. */
    public String left() {
        return items.stream().map(ProductName::shown).collect(Collectors.joining(" + "));
    }
}
