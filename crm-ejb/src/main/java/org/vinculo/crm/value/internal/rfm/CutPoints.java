package org.vinculo.crm.value.internal.rfm;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.vinculo.crm.value.RfmDefinition;
import org.vinculo.crm.value.internal.numeric.Quantiles;

/**
 * The four cut points of one figure, ascending in the figure itself.
 *
 * @param definition by which they were made
 * @param values four values in the unit of the figure; days count backwards (as minus days) unless the definition is
 *     {@link RfmDefinition#QUANTILES_PLUS_ONE}
 * @param customers the customer at each cut, only where ties are cut by customer id
 */
public record CutPoints(RfmDefinition definition, List<Double> values, List<Long> customers) {

    private static final int GROUPS = 5;

    static CutPoints of(RfmDefinition definition, List<RfmFigures> all, ToDoubleFunction<RfmFigures> figure) {
        return switch (definition) {
            case EQUAL_GROUPS -> equalGroups(all, figure);
            case QUANTILES -> quantiles(definition, all, figure, 0);
            case QUANTILES_PLUS_ONE -> quantiles(definition, all, figure, 1);
        };
    }

    /** The group of a value, 1 for the smallest to 5. */
    int group(double value, long customer) {
        int group = 1;
        for (int cut = 0; cut < values.size(); cut++) {
            if (isAbove(value, customer, cut)) {
                group++;
            }
        }
        return group;
    }

    private boolean isAbove(double value, long customer, int cut) {
        int compared = Double.compare(value, values.get(cut));
        return switch (definition) {
            case EQUAL_GROUPS -> compared > 0 || compared == 0 && customer > customers.get(cut);
            case QUANTILES -> compared > 0;
            case QUANTILES_PLUS_ONE -> compared >= 0;
        };
    }

    private static CutPoints equalGroups(List<RfmFigures> all, ToDoubleFunction<RfmFigures> figure) {
        RfmFigures[] ordered = all.toArray(RfmFigures[]::new);
        Arrays.sort(ordered, Comparator.comparingDouble(figure).thenComparingLong(RfmFigures::customer));
        RfmFigures[] lastOfGroup = new RfmFigures[GROUPS - 1];
        int end = 0;
        for (int group = 0; group < GROUPS - 1; group++) {
            end += ordered.length / GROUPS + (group < ordered.length % GROUPS ? 1 : 0);
            lastOfGroup[group] = ordered[Math.max(end, 1) - 1];
        }
        return new CutPoints(
                RfmDefinition.EQUAL_GROUPS,
                Arrays.stream(lastOfGroup).map(figure::applyAsDouble).toList(),
                Arrays.stream(lastOfGroup).map(RfmFigures::customer).toList());
    }

    private static CutPoints quantiles(
            RfmDefinition definition, List<RfmFigures> all, ToDoubleFunction<RfmFigures> figure, double shift) {
        double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
        List<Double> cuts = IntStream.range(1, GROUPS)
                .mapToObj(group -> Quantiles.ofSorted(sorted, group, GROUPS) + shift)
                .toList();
        return new CutPoints(definition, cuts, List.of());
    }
}
