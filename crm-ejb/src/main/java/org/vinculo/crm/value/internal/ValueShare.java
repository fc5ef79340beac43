package org.vinculo.crm.value.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.vinculo.crm.value.IdipStep;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.ValueOverview;
import org.vinculo.crm.value.entity.ValueRun;

/**
 * Those of the base who share tier, phase and steps taken. There are few such shares however large the base is, and the base
 * cut by each of the three is their sums.
 *
 * @param tier null for who has none
 * @param steps taken, added up
 */
public record ValueShare(
        Tier tier,
        Phase phase,
        int steps,
        long customers,
        long bought,
        long belowZero,
        BigDecimal revenue,
        BigDecimal margin,
        BigDecimal contribution,
        double ltv) {

    public static ValueOverview overview(ValueRun run, List<ValueShare> shares) {
        return new ValueOverview(
                run.getAsOf(),
                run.getFinishedAt(),
                run.getCurrency(),
                sum(shares, ValueShare::customers),
                sum(shares, ValueShare::bought),
                sum(shares, ValueShare::belowZero),
                amount(shares, ValueShare::revenue),
                amount(shares, ValueShare::margin),
                amount(shares, ValueShare::contribution),
                total(shares, ValueShare::ltv),
                by(shares, ValueShare::tier).entrySet().stream()
                        .map(of -> new ValueOverview.TierShare(
                                of.getKey(),
                                sum(of.getValue(), ValueShare::customers),
                                total(of.getValue(), ValueShare::ltv),
                                amount(of.getValue(), ValueShare::contribution)))
                        .toList(),
                by(shares, ValueShare::phase).entrySet().stream()
                        .map(of -> new ValueOverview.PhaseShare(
                                of.getKey(),
                                sum(of.getValue(), ValueShare::customers),
                                total(of.getValue(), ValueShare::ltv)))
                        .toList(),
                shares.isEmpty() ? List.of() : steps(shares));
    }

    private static List<ValueOverview.IdipShare> steps(List<ValueShare> shares) {
        return Arrays.stream(IdipStep.values())
                .map(step -> new ValueOverview.IdipShare(
                        step, sum(shares, share -> step.isIn(share.steps()) ? share.customers() : 0)))
                .toList();
    }

    /** In the order of the constants, without those who have none. */
    private static <K extends Enum<K>> Map<K, List<ValueShare>> by(
            List<ValueShare> shares, Function<ValueShare, K> property) {
        return shares.stream()
                .filter(share -> Objects.nonNull(property.apply(share)))
                .collect(Collectors.groupingBy(property, TreeMap::new, Collectors.toList()));
    }

    private static long sum(List<ValueShare> shares, ToLongFunction<ValueShare> figure) {
        return shares.stream().mapToLong(figure).sum();
    }

    private static double total(List<ValueShare> shares, ToDoubleFunction<ValueShare> figure) {
        return shares.stream().mapToDouble(figure).sum();
    }

    private static BigDecimal amount(List<ValueShare> shares, Function<ValueShare, BigDecimal> figure) {
        return shares.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
