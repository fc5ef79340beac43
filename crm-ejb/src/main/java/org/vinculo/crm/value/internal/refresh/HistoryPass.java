package org.vinculo.crm.value.internal.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.value.internal.clv.HistoryReader;
import org.vinculo.crm.value.internal.lifecycle.LifecycleEvent;
import org.vinculo.crm.value.internal.lifecycle.PhaseReplay;

/** Reads the purchases of a range of customers once, sums them up and replays their phases. */
@ApplicationScoped
public class HistoryPass {

    private static final char END_OF_FAMILY = '-';
    private static final String FIRST_FAMILY = "";

    @Inject
    Bulk bulk;

    @Inject
    PhaseBook phaseBook;

    @Inject
    Halves halves;

    private record Person(long id, LocalDate createdOn, String peerGroup, boolean deleted) {}

    private record FamilyDay(LocalDate day, String family) {}

    /**
     * The next customers after one.
     *
     * @return id of the last of them, or -1 when there are no more
     */
    long next(RefreshPlan plan, long after, int atMost) {
        List<Person> people = new ArrayList<>();
        bulk.read(RefreshSql.CUSTOMERS, args -> args.set(after).set(atMost), row -> people.add(person(row)));
        if (people.isEmpty()) {
            return -1;
        }
        long last = people.get(people.size() - 1).id();
        List<Person> first = people.subList(0, (people.size() + 1) / 2);
        List<Person> second = people.subList(first.size(), people.size());
        long middle = first.get(first.size() - 1).id();
        halves.both(() -> store(plan, first, after, middle), () -> store(plan, second, middle, last));
        return last;
    }

    /** One customer alone. */
    void one(RefreshPlan plan, long customer) {
        List<Person> people = new ArrayList<>();
        bulk.read(RefreshSql.CUSTOMER, args -> args.set(customer - 1).set(customer), row -> people.add(person(row)));
        store(plan, people, customer - 1, customer);
    }

    private static Person person(ResultSet row) throws SQLException {
        LocalDate created = row.getTimestamp(2).toLocalDateTime().toLocalDate();
        String country = row.getString(4) == null ? "" : row.getString(4);
        return new Person(row.getLong(1), created, row.getString(3) + " " + country, row.getTimestamp(5) != null);
    }

    private void store(RefreshPlan plan, List<Person> people, long after, long upTo) {
        Map<Long, HistoryRow> rows = read(plan, people, after, upTo);
        replay(plan, rows, after, upTo);
        rows.values().removeIf(row -> row.phases.isEmpty());
        phaseBook.write(rows.values(), after, upTo);
        Set<Long> gone = new HashSet<>();
        bulk.read(RefreshSql.HISTORY_IDS, args -> args.set(after).set(upTo), row -> gone.add(row.getLong(1)));
        List<HistoryRow> known = rows.values().stream()
                .filter(row -> gone.contains(row.customer))
                .toList();
        List<HistoryRow> added = rows.values().stream()
                .filter(row -> !gone.contains(row.customer))
                .toList();
        known.forEach(row -> gone.remove(row.customer));
        bulk.write(RefreshSql.UPDATE_HISTORY, known, (args, row) -> bind(args, plan, row));
        bulk.write(RefreshSql.INSERT_HISTORY, added, (args, row) -> bind(args, plan, row));
        bulk.write(RefreshSql.DELETE_HISTORY, gone, Bulk.Args::set);
    }

    private Map<Long, HistoryRow> read(RefreshPlan plan, List<Person> people, long after, long upTo) {
        HistoryReader observed = new HistoryReader(plan.asOf(), plan.readUntil());
        HistoryReader checked = plan.split() == null
                ? null
                : new HistoryReader(plan.split().observedUntil(), plan.split().checkedUntil());
        Map<Long, Person> alive = new HashMap<>();
        people.stream().filter(person -> !person.deleted()).forEach(person -> alive.put(person.id(), person));
        Map<Long, HistoryRow> rows = new LinkedHashMap<>();
        HistoryRow[] open = new HistoryRow[1];
        bulk.read(RefreshSql.PURCHASES, args -> args.set(after).set(upTo).set(plan.readUntil()), row -> {
            long customer = row.getLong(1);
            if (!alive.containsKey(customer)) {
                return;
            }
            if (open[0] == null || open[0].customer != customer) {
                close(open[0]);
                open[0] = begin(plan, alive.get(customer), observed, checked);
                rows.put(customer, open[0]);
            }
            open[0].add(
                    Bulk.day(row, 2),
                    "RETURN".equals(row.getString(3)),
                    row.getString(4),
                    row.getBigDecimal(5),
                    row.getBigDecimal(6),
                    row.getString(7));
        });
        close(open[0]);
        alive.values().stream()
                .filter(person -> !rows.containsKey(person.id()))
                .forEach(person -> rows.put(person.id(), begin(plan, person, observed, checked)));
        return rows;
    }

    private static HistoryRow begin(RefreshPlan plan, Person person, HistoryReader observed, HistoryReader checked) {
        HistoryRow row = new HistoryRow(plan, observed, checked);
        row.customer = person.id();
        row.createdOn = person.createdOn();
        row.peerGroup = person.peerGroup().strip();
        return row;
    }

    private static void close(HistoryRow row) {
        if (row != null) {
            row.end();
        }
    }

    private void replay(RefreshPlan plan, Map<Long, HistoryRow> rows, long after, long upTo) {
        Map<Long, List<FamilyDay>> families = plan.families() ? families(plan, after, upTo) : Map.of();
        Map<Long, LocalDate> firstWords = firstWords(after, upTo);
        Map<Long, List<LifecycleEvent>> recorded = recorded(plan, after, upTo);
        for (HistoryRow row : rows.values()) {
            List<LifecycleEvent> events = new ArrayList<>();
            known(row, firstWords.get(row.customer), events);
            Map<LocalDate, List<String>> familyOf = new HashMap<>();
            families.getOrDefault(row.customer, List.of())
                    .forEach(each -> familyOf.computeIfAbsent(each.day(), day -> new ArrayList<>())
                            .add(each.family()));
            purchases(row, familyOf, events);
            events.addAll(row.expansions);
            events.addAll(recorded.getOrDefault(row.customer, List.of()));
            events.sort(Comparator.comparing(LifecycleEvent::day));
            row.phases = PhaseReplay.of(events, plan.asOf(), plan.lifecycle());
        }
    }

    /** What somebody bought on the first day is where they began: one family, whatever it was. */
    private static void purchases(HistoryRow row, Map<LocalDate, List<String>> familyOf, List<LifecycleEvent> events) {
        List<String> beginning =
                row.purchaseDays.isEmpty() ? List.of() : familyOf.getOrDefault(row.purchaseDays.get(0), List.of());
        for (LocalDate day : row.purchaseDays) {
            List<String> bought = familyOf.getOrDefault(day, List.of());
            if (bought.isEmpty()) {
                events.add(LifecycleEvent.purchase(day, null));
            }
            bought.forEach(family ->
                    events.add(LifecycleEvent.purchase(day, beginning.contains(family) ? FIRST_FAMILY : family)));
        }
    }

    /** Somebody is known from the day of the record, and qualified when they first turned to the house themselves. */
    private static void known(HistoryRow row, LocalDate firstWord, List<LifecycleEvent> events) {
        LocalDate bought = row.purchaseDays.isEmpty() ? LocalDate.MAX : row.purchaseDays.get(0);
        if (row.createdOn.isBefore(bought)) {
            events.add(LifecycleEvent.of(row.createdOn, LifecycleEvent.Kind.KNOWN));
        }
        if (firstWord != null && firstWord.isBefore(bought)) {
            events.add(LifecycleEvent.of(firstWord, LifecycleEvent.Kind.QUALIFIED));
        }
    }

    private Map<Long, List<FamilyDay>> families(RefreshPlan plan, long after, long upTo) {
        Map<Long, List<FamilyDay>> families = new HashMap<>();
        bulk.read(RefreshSql.FAMILIES, args -> args.set(after).set(upTo).set(plan.asOf()), row -> {
            String product = row.getString(3);
            FamilyDay day = new FamilyDay(Bulk.day(row, 2), product.substring(0, product.indexOf(END_OF_FAMILY)));
            List<FamilyDay> ofCustomer = families.computeIfAbsent(row.getLong(1), id -> new ArrayList<>());
            if (!ofCustomer.contains(day)) {
                ofCustomer.add(day);
            }
        });
        return families;
    }

    private Map<Long, LocalDate> firstWords(long after, long upTo) {
        Map<Long, LocalDate> days = new HashMap<>();
        bulk.read(
                RefreshSql.FIRST_WORDS,
                args -> args.set(after).set(upTo),
                row -> days.put(
                        row.getLong(1),
                        row.getTimestamp(2)
                                .toLocalDateTime()
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate()));
        return days;
    }

    private Map<Long, List<LifecycleEvent>> recorded(RefreshPlan plan, long after, long upTo) {
        Map<Long, List<LifecycleEvent>> events = new HashMap<>();
        bulk.read(RefreshSql.EVENTS, args -> args.set(after).set(upTo).set(plan.asOf()), row -> events.computeIfAbsent(
                        row.getLong(1), id -> new ArrayList<>())
                .add(LifecycleEvent.of(Bulk.day(row, 2), LifecycleEvent.Kind.valueOf(row.getString(3)))));
        return events;
    }

    private static void bind(Bulk.Args args, RefreshPlan plan, HistoryRow row) throws SQLException {
        args.set(plan.runId())
                .set(row.firstOn)
                .set(row.lastOn)
                .set(row.orders)
                .set(row.days)
                .set(row.spent)
                .set(row.windowOrders)
                .set(row.windowSpent)
                .set(row.returned)
                .set(row.cost)
                .set(row.yearMargin)
                .set(row.repeats())
                .set(row.repeats() == 0 ? null : row.lastOn)
                .set(row.summary == null ? 0.0 : row.summary.meanValue())
                .set(row.laterPurchases)
                .set(row.checkSummary == null ? null : row.firstOn)
                .set(row.checkSummary == null ? null : row.checkLastOn)
                .set(row.checkSummary == null ? 0 : row.checkSummary.repeats())
                .set(row.checkPurchases)
                .set(row.leftOut)
                .set(row.peerGroup)
                .set(row.phase().to())
                .set(row.phase().day())
                .set(row.phase().rule())
                .set(row.customer);
    }
}
