package org.vinculo.crm.value.internal.churn;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.value.ChurnFactor;
import org.vinculo.crm.value.internal.risk.Observation;

/** What a customer did, day by day, and how that looked on a day. */
final class Behaviour {

    static final int YEAR = 365;
    private static final int HALF_YEAR = 182;
    private static final int QUARTER = 91;
    private static final double MOST_PAUSES = 10;

    private record Bought(LocalDate day, boolean back, double worth) {}

    private record Spoken(LocalDate day, boolean unhappy) {}

    private final List<Bought> purchases = new ArrayList<>();
    private final List<Spoken> contacts = new ArrayList<>();
    private Past past;

    /**
     * How buying began.
     *
     * @param first day with a sale
     * @param days with a sale until the day that is told of
     */
    record Past(LocalDate first, int days) {}

    /** What is known although purchases of more than a year before the day were not told; null when all were. */
    void began(Past known) {
        past = known;
    }

    /** How buying began, as far as it was told; somebody bought until the day. */
    Past past(LocalDate day) {
        List<LocalDate> days = daysUntil(day);
        return past == null ? new Past(days.get(0), days.size()) : past;
    }

    private List<LocalDate> daysUntil(LocalDate day) {
        return purchases.stream()
                .filter(each -> !each.back() && !each.day().isAfter(day))
                .map(Bought::day)
                .distinct()
                .sorted()
                .toList();
    }

    void bought(LocalDate day, boolean back, double worth) {
        purchases.add(new Bought(day, back, worth));
    }

    void spoken(LocalDate day, boolean unhappy) {
        contacts.add(new Spoken(day, unhappy));
    }

    /** Whether something was bought after one day up to another. */
    boolean boughtBetween(LocalDate after, LocalDate until) {
        return purchases.stream()
                .anyMatch(each ->
                        !each.back() && each.day().isAfter(after) && !each.day().isAfter(until));
    }

    /** As it looked at the end of a day; empty for who had not bought within a year. */
    Optional<Observation> on(LocalDate day) {
        List<LocalDate> days = daysUntil(day);
        if (days.isEmpty() || days.get(days.size() - 1).isBefore(day.minusDays(YEAR))) {
            return Optional.empty();
        }
        Past began = past == null ? new Past(days.get(0), days.size()) : past;
        LocalDate first = began.first();
        LocalDate last = days.get(days.size() - 1);
        double recency = ChronoUnit.DAYS.between(last, day);
        Map<String, Double> numbers = new HashMap<>();
        put(numbers, ChurnFactor.RECENCY, recency);
        put(numbers, ChurnFactor.TENURE, ChronoUnit.DAYS.between(first, day));
        if (began.days() > 1) {
            double pause = (double) ChronoUnit.DAYS.between(first, last) / (began.days() - 1);
            put(numbers, ChurnFactor.RHYTHM, Math.min(MOST_PAUSES, recency / Math.max(1, pause)));
        }
        long orders =
                days.stream().filter(each -> each.isAfter(day.minusDays(YEAR))).count();
        put(numbers, ChurnFactor.ORDERS, Math.log1p(orders));
        put(numbers, ChurnFactor.TREND, trend(day));
        put(numbers, ChurnFactor.RETURNS, returns(day));
        put(numbers, ChurnFactor.CONTACTS, Math.log1p(spoken(day, QUARTER, false)));
        put(numbers, ChurnFactor.UNHAPPY, spoken(day, HALF_YEAR, true));
        return Optional.of(new Observation(numbers, Map.of()));
    }

    private static void put(Map<String, Double> numbers, ChurnFactor factor, double value) {
        numbers.put(factor.name(), value);
    }

    private double trend(LocalDate day) {
        double late = spent(day.minusDays(HALF_YEAR), day);
        double early = spent(day.minusDays(2L * HALF_YEAR), day.minusDays(HALF_YEAR));
        return late + early <= 0 ? 0 : (late - early) / (late + early);
    }

    private double spent(LocalDate after, LocalDate until) {
        return purchases.stream()
                .filter(each ->
                        !each.back() && each.day().isAfter(after) && !each.day().isAfter(until))
                .mapToDouble(Bought::worth)
                .sum();
    }

    private double returns(LocalDate day) {
        List<Bought> year = purchases.stream()
                .filter(each ->
                        each.day().isAfter(day.minusDays(YEAR)) && !each.day().isAfter(day))
                .toList();
        return year.isEmpty() ? 0 : (double) year.stream().filter(Bought::back).count() / year.size();
    }

    private double spoken(LocalDate day, int days, boolean unhappyOnly) {
        return contacts.stream()
                .filter(each ->
                        each.day().isAfter(day.minusDays(days)) && !each.day().isAfter(day))
                .filter(each -> !unhappyOnly || each.unhappy())
                .count();
    }
}
