package org.vinculo.crm.value.internal.rfm;

import java.util.List;
import org.vinculo.crm.value.RfmDefinition;

/**
 * The cut points of a base of customers at one day, by which each of them is scored.
 *
 * @param definition that made the cut points
 */
public record RfmScale(RfmDefinition definition, CutPoints recency, CutPoints frequency, CutPoints monetary) {

    private static final int BEST = 5;

    /**
     * @param all figures of every customer of the base, in any order
     * @throws IllegalArgumentException when there are none
     */
    public static RfmScale of(RfmDefinition definition, List<RfmFigures> all) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no customers to cut into groups");
        }
        boolean daysForward = definition == RfmDefinition.QUANTILES_PLUS_ONE;
        return new RfmScale(
                definition,
                CutPoints.of(definition, all, figures -> daysForward ? figures.recency() : -figures.recency()),
                CutPoints.of(definition, all, RfmFigures::frequency),
                CutPoints.of(definition, all, RfmFigures::monetary));
    }

    /** The scores of a customer, also of one who was not there when the scale was made. */
    public RfmScore score(RfmFigures figures) {
        return new RfmScore(
                recencyScore(figures),
                frequency.group(figures.frequency(), figures.customer()),
                monetary.group(figures.monetary(), figures.customer()));
    }

    /** Days since the last purchase at the four cuts, as shown to people, ascending. */
    public List<Double> recencyCuts() {
        if (definition == RfmDefinition.QUANTILES_PLUS_ONE) {
            return recency.values();
        }
        return recency.values().stream().map(value -> 0 - value).sorted().toList();
    }

    public List<Double> frequencyCuts() {
        return frequency.values();
    }

    /** In the currency of the base. */
    public List<Double> monetaryCuts() {
        return monetary.values();
    }

    private int recencyScore(RfmFigures figures) {
        if (definition == RfmDefinition.QUANTILES_PLUS_ONE) {
            return BEST + 1 - recency.group(figures.recency(), figures.customer());
        }
        return recency.group(-figures.recency(), figures.customer());
    }
}
