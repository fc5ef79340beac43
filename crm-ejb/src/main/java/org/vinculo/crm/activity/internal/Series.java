package org.vinculo.crm.activity.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.activity.entity.AppointmentChange;

/**
 * When an appointment takes place: a beginning on the clock of a place, a length, perhaps a rule, and what is different at
 * single times. What repeats keeps its clock time when the clocks change; the length is real time.
 *
 * @param rule as {@link Rule} keeps it, or null
 * @param until last clock time at which an occurrence may begin, or null
 * @param changes by the clock time that the rule has
 */
public record Series(
        LocalDateTime start,
        int minutes,
        ZoneId zone,
        String rule,
        LocalDateTime until,
        Map<LocalDateTime, AppointmentChange> changes) {

    /** Further than this nobody looks, and a rule without end is not followed. */
    static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private static final int MOST_STEPS = 20_000;
    private static final Duration LONGEST = Duration.ofDays(32);

    /** @param original beginning by the rule, which names the occurrence */
    public record Occurrence(LocalDateTime original, Instant startsAt, Instant endsAt, AppointmentChange change) {}

    /** A clock time as a moment: one that is jumped over moves to the end of the jump, of two the first one is meant. */
    static Instant moment(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).toInstant();
    }

    /** Those that overlap a time, in their order. */
    List<Occurrence> between(Instant from, Instant to, int most) {
        List<Occurrence> found = new ArrayList<>();
        LocalDateTime earliest = LocalDateTime.ofInstant(from.minus(LONGEST), zone);
        LocalDateTime latest = LocalDateTime.ofInstant(to, zone).plusDays(1);
        Iterator<LocalDateTime> times = times(earliest);
        int steps = 0;
        while (times.hasNext() && found.size() < most && steps++ < MOST_STEPS) {
            LocalDateTime time = times.next();
            if (time.isAfter(latest) || until != null && time.isAfter(until)) {
                break;
            }
            if (!changes.containsKey(time)) {
                Instant begins = moment(time, zone);
                add(found, new Occurrence(time, begins, begins.plus(Duration.ofMinutes(minutes)), null), from, to);
            }
        }
        changes.values().stream()
                .filter(change -> !change.isCancelled())
                .forEach(change -> add(found, moved(change), from, to));
        found.sort(Comparator.comparing(Occurrence::startsAt).thenComparing(Occurrence::original));
        return found.size() > most ? found.subList(0, most) : found;
    }

    private Occurrence moved(AppointmentChange change) {
        LocalDateTime begin = change.getStartLocal() == null ? change.getOriginalLocal() : change.getStartLocal();
        int length = change.getMinutes() == null ? minutes : change.getMinutes();
        Instant begins = moment(begin, zone);
        return new Occurrence(change.getOriginalLocal(), begins, begins.plus(Duration.ofMinutes(length)), change);
    }

    private static void add(List<Occurrence> found, Occurrence one, Instant from, Instant to) {
        if (one.startsAt().isBefore(to) && one.endsAt().isAfter(from)) {
            found.add(one);
        }
    }

    private Iterator<LocalDateTime> times(LocalDateTime notBefore) {
        return rule == null ? List.of(start).iterator() : Rule.times(rule, start, notBefore);
    }

    /** Whether the rule has an occurrence that begins at exactly this clock time. */
    boolean has(LocalDateTime time) {
        Iterator<LocalDateTime> times = times(time);
        boolean ended = until != null && time.isAfter(until);
        return !ended && times.hasNext() && times.next().equals(time);
    }

    /** How many begin before a clock time; for a rule that ends after a number of times. */
    int countBefore(LocalDateTime time) {
        Iterator<LocalDateTime> times = times(null);
        int count = 0;
        while (times.hasNext() && count < MOST_STEPS && times.next().isBefore(time)) {
            count++;
        }
        return count;
    }

    Instant firstAt() {
        Instant first = moment(start, zone);
        for (AppointmentChange change : changes.values()) {
            if (!change.isCancelled() && moved(change).startsAt().isBefore(first)) {
                first = moved(change).startsAt();
            }
        }
        return first;
    }

    /** End of the last one; {@link #FAR} when there is none or nobody can wait for it. */
    Instant lastAt() {
        Instant last = moment(start, zone).plus(Duration.ofMinutes(minutes));
        if (rule != null) {
            if (until == null && !rule.contains("COUNT=")) {
                return FAR;
            }
            Iterator<LocalDateTime> times = times(null);
            int steps = 0;
            while (times.hasNext()) {
                LocalDateTime time = times.next();
                if (until != null && time.isAfter(until)) {
                    break;
                }
                if (steps++ > MOST_STEPS) {
                    return FAR;
                }
                last = moment(time, zone).plus(Duration.ofMinutes(minutes));
            }
        }
        for (AppointmentChange change : changes.values()) {
            if (!change.isCancelled() && moved(change).endsAt().isAfter(last)) {
                last = moved(change).endsAt();
            }
        }
        return last;
    }
}
