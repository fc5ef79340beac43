package org.vinculo.crm.value.internal.lifecycle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.internal.numeric.Quantiles;

/** Phases of a base at the beginning and the end of a window, and what moved between; fed with one customer at a time. */
public final class PhaseCensus {

    private final LocalDate from;
    private final LocalDate to;
    private final Map<Phase, Integer> atStart = new EnumMap<>(Phase.class);
    private final Map<Phase, Integer> atEnd = new EnumMap<>(Phase.class);
    private final Map<Flow, Integer> flows = new HashMap<>();
    private final Map<Phase, Map<Long, Integer>> stays = new EnumMap<>(Phase.class);
    private int base;
    private int gone;

    /** Customers that changed from one phase to another; from is null for those who came in. */
    public record Flow(Phase from, Phase to) {}

    /** @param from last day before the window @param to last day of the window */
    public PhaseCensus(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    /** @param changes of one customer, ascending */
    public void add(List<PhaseChange> changes) {
        Phase start = phaseOn(changes, from);
        Phase end = phaseOn(changes, to);
        count(atStart, start);
        count(atEnd, end);
        if (start != null && start.isCustomer()) {
            base++;
            gone += end.isGone() ? 1 : 0;
        }
        LocalDate since = null;
        for (PhaseChange change : changes) {
            if (change.day().isAfter(from) && !change.day().isAfter(to)) {
                flows.merge(new Flow(change.from(), change.to()), 1, Integer::sum);
                if (since != null) {
                    stays.computeIfAbsent(change.from(), phase -> new TreeMap<>())
                            .merge(ChronoUnit.DAYS.between(since, change.day()), 1, Integer::sum);
                }
            }
            since = change.day();
        }
    }

    /** The phase at the end of a day, or null before the first change. */
    public static Phase phaseOn(List<PhaseChange> changes, LocalDate day) {
        Phase phase = null;
        for (PhaseChange change : changes) {
            if (change.day().isAfter(day)) {
                break;
            }
            phase = change.to();
        }
        return phase;
    }

    public Map<Phase, Integer> atStart() {
        return Map.copyOf(atStart);
    }

    public Map<Phase, Integer> atEnd() {
        return Map.copyOf(atEnd);
    }

    public Map<Flow, Integer> flows() {
        return Map.copyOf(flows);
    }

    /** Share of the customers at the beginning who are gone at the end, 0 to 1; not a number without customers. */
    public double attrition() {
        return base == 0 ? Double.NaN : (double) gone / base;
    }

    /** Median length in days of the stays in a phase that ended within the window. */
    public OptionalDouble medianStay(Phase phase) {
        double[] days = stays.getOrDefault(phase, Map.of()).entrySet().stream()
                .flatMap(stay -> Collections.nCopies(stay.getValue(), stay.getKey()).stream())
                .mapToDouble(Long::doubleValue)
                .toArray();
        return days.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantiles.ofSorted(days, 1, 2));
    }

    private static void count(Map<Phase, Integer> counts, Phase phase) {
        if (phase != null) {
            counts.merge(phase, 1, Integer::sum);
        }
    }
}
