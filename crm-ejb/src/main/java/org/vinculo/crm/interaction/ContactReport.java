package org.vinculo.crm.interaction;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.shared.Money;

/**
 * What conversations were about, what came out of them and what they took, at the price of their day. Money of different
 * currencies is never added up: each has its own sum.
 */
public record ContactReport(List<Line> lines) implements Serializable {

    public ContactReport {
        lines = List.copyOf(lines);
    }

    /**
     * Conversations alike in everything that is shown.
     *
     * @param outcome null while it is open
     * @param cost null for conversations whose price nobody had said
     */
    public record Line(Channel channel, Purpose purpose, Outcome outcome, long contacts, Money cost)
            implements Serializable {}

    /** Conversations over one channel, whatever they were about. */
    public record ChannelSum(Channel channel, long contacts, long unpriced, List<Money> costs) implements Serializable {

        /** What one took, of those with a price in the currency; null without any. */
        public Money each() {
            long priced = contacts - unpriced;
            if (costs.size() != 1 || priced == 0) {
                return null;
            }
            Money sum = costs.get(0);
            return new Money(
                    sum.amount().divide(BigDecimal.valueOf(priced), Money.SCALE, java.math.RoundingMode.HALF_EVEN),
                    sum.currency());
        }
    }

    /** Lines about the same, in all currencies. */
    public record Group(Channel channel, Purpose purpose, Outcome outcome, long contacts, List<Money> costs)
            implements Serializable {}

    public long contacts() {
        return lines.stream().mapToLong(Line::contacts).sum();
    }

    public long unpriced() {
        return unpriced(lines);
    }

    public List<Money> costs() {
        return costs(lines);
    }

    /** The channel that took most first. */
    public List<ChannelSum> channels() {
        return grouped(Line::channel).entrySet().stream()
                .map(entry -> new ChannelSum(
                        entry.getKey(), count(entry.getValue()), unpriced(entry.getValue()), costs(entry.getValue())))
                .sorted((one, other) -> Long.compare(other.contacts(), one.contacts()))
                .toList();
    }

    public List<Group> groups() {
        record Key(Channel channel, Purpose purpose, Outcome outcome) {}
        return grouped(line -> new Key(line.channel(), line.purpose(), line.outcome())).entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().channel(),
                        entry.getKey().purpose(),
                        entry.getKey().outcome(),
                        count(entry.getValue()),
                        costs(entry.getValue())))
                .toList();
    }

    private <K> Map<K, List<Line>> grouped(Function<Line, K> key) {
        return lines.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    private static long count(List<Line> lines) {
        return lines.stream().mapToLong(Line::contacts).sum();
    }

    private static long unpriced(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.cost() == null)
                .mapToLong(Line::contacts)
                .sum();
    }

    private static List<Money> costs(List<Line> lines) {
        Map<String, Money> sums = new LinkedHashMap<>();
        lines.stream()
                .map(Line::cost)
                .filter(cost -> cost != null)
                .forEach(cost -> sums.merge(cost.currency(), cost, Money::plus));
        return new ArrayList<>(sums.values());
    }
}
