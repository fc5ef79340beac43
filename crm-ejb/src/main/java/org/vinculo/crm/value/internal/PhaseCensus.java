package org.vinculo.crm.value.internal;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.vinculo.crm.shared.FreshStatement;
import org.vinculo.crm.shared.Quarter;
import org.vinculo.crm.value.CohortRow;
import org.vinculo.crm.value.LifecycleView.Flow;
import org.vinculo.crm.value.Phase;

/**
 * Counts all changes of phase while they pass by once. Of a large base a question each, joined with the customers, took
 * ten times as long.
 */
final class PhaseCensus {

    private enum Question {
        CHANGES("select customer_id, from_phase, to_phase, changed_on, left_on from phase_change"
                + " where changed_on <= ? and (left_on is null or left_on > ?)"),
        STAYS("select customer_id, changed_on, left_on from phase_change"
                + " where changed_on <= ? and (left_on is null or left_on > ?) and to_phase in "
                + PhaseQuery.CUSTOMERS),
        COHORTS("select customer_id, cohort from customer_value where cohort >= ?"),
        DELETED("select id from customer where deleted_at is not null");

        private final String sql;

        Question(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private static final int FETCHED = 2000;

    private final Connection connection;
    private Set<Long> deleted;

    PhaseCensus(EntityManager em) {
        connection = em.unwrap(Connection.class);
    }

    /** What happened in a window, and who was where at both its ends. */
    static final class Window {
        private final long from;
        private final long to;
        private final Map<Phase, Long> before = new EnumMap<>(Phase.class);
        private final Map<Phase, Long> after = new EnumMap<>(Phase.class);
        private final Map<Phase, TreeMap<Long, Long>> stays = new EnumMap<>(Phase.class);
        private final Map<List<Phase>, Long> flows = new HashMap<>();
        private final Set<Long> customers = new HashSet<>();
        private final Set<Long> gone = new HashSet<>();

        Window(LocalDate from, LocalDate to) {
            this.from = from.toEpochDay();
            this.to = to.toEpochDay();
        }

        /** Takes a stay in a phase. @param left day after the stay, null while it lasts */
        void add(long customer, Phase came, Phase phase, LocalDate changed, LocalDate left) {
            long begun = changed.toEpochDay();
            long ended = left == null ? Long.MAX_VALUE : left.toEpochDay();
            if (begun <= from && ended > from) {
                before.merge(phase, 1L, Long::sum);
                if (phase.isCustomer()) {
                    customers.add(customer);
                }
            }
            if (begun <= to && ended > to) {
                after.merge(phase, 1L, Long::sum);
                if (phase.isGone()) {
                    gone.add(customer);
                }
            }
            if (begun > from && begun <= to) {
                flows.merge(Arrays.asList(came, phase), 1L, Long::sum);
            }
            if (begun <= to && ended > from && ended <= to) {
                stays.computeIfAbsent(phase, any -> new TreeMap<>()).merge(ended - begun, 1L, Long::sum);
            }
        }

        Map<Phase, Long> before() {
            return before;
        }

        Map<Phase, Long> after() {
            return after;
        }

        /** The largest first. */
        List<Flow> flows() {
            return flows.entrySet().stream()
                    .map(flow -> new Flow(flow.getKey().get(0), flow.getKey().get(1), flow.getValue()))
                    .sorted(Comparator.comparingLong(Flow::moves)
                            .reversed()
                            .thenComparing(Flow::to)
                            .thenComparing(Flow::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                    .toList();
        }

        /** Half of the stays in the phase that ended within the window were no longer, in days; null without any. */
        Double median(Phase phase) {
            TreeMap<Long, Long> days = stays.get(phase);
            if (days == null) {
                return null;
            }
            long size = days.values().stream().mapToLong(Long::longValue).sum();
            return (at(days, (size - 1) / 2) + at(days, size / 2)) / 2.0;
        }

        private static long at(TreeMap<Long, Long> days, long place) {
            long seen = 0;
            for (Map.Entry<Long, Long> entry : days.entrySet()) {
                seen += entry.getValue();
                if (seen > place) {
                    return entry.getKey();
                }
            }
            return days.lastKey();
        }

        /** Customers at the beginning who were gone at the end. */
        long lost() {
            return gone.stream().filter(customers::contains).count();
        }
    }

    Window window(LocalDate from, LocalDate to) {
        Window window = new Window(from, to);
        known(
                Question.CHANGES,
                row -> {
                    String came = row.getString(2);
                    window.add(
                            row.getLong(1),
                            came == null ? null : Phase.valueOf(came),
                            Phase.valueOf(row.getString(3)),
                            row.getDate(4).toLocalDate(),
                            day(row.getDate(5)));
                },
                Date.valueOf(to),
                Date.valueOf(from));
        return window;
    }

    /** The last quarters of first purchases, each with those who are customers still at the end of the quarters after. */
    List<CohortRow> cohorts(LocalDate asOf, int quarters) {
        List<LocalDate> ends = new ArrayList<>();
        LocalDate start = asOf.with(IsoFields.DAY_OF_QUARTER, 1);
        for (int back = quarters - 1; back >= 0; back--) {
            LocalDate end = start.minusMonths(3L * back).plusMonths(3).minusDays(1);
            ends.add(end.isAfter(asOf) ? asOf : end);
        }
        String first = cohort(ends.get(0));
        Map<Long, String> members = new HashMap<>();
        known(Question.COHORTS, row -> members.put(row.getLong(1), row.getString(2)), first);
        Map<String, Long> sizes = new HashMap<>();
        members.values().forEach(cohort -> sizes.merge(cohort, 1L, Long::sum));
        Map<String, long[]> kept = kept(members, ends);
        List<CohortRow> rows = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            String cohort = cohort(ends.get(i));
            if (sizes.containsKey(cohort)) {
                long[] left = kept.getOrDefault(cohort, new long[ends.size()]);
                rows.add(new CohortRow(
                        cohort,
                        sizes.get(cohort),
                        Arrays.stream(left, i, left.length).boxed().toList()));
            }
        }
        return rows;
    }

    private static String cohort(LocalDate day) {
        return Quarter.of(day).toString();
    }

    /** By cohort, how many were customers at each of the ends. */
    private Map<String, long[]> kept(Map<Long, String> members, List<LocalDate> ends) {
        Map<String, long[]> kept = new HashMap<>();
        known(
                Question.STAYS,
                row -> {
                    String cohort = members.get(row.getLong(1));
                    if (cohort != null) {
                        add(
                                kept.computeIfAbsent(cohort, any -> new long[ends.size()]),
                                ends,
                                row.getDate(2).toLocalDate(),
                                day(row.getDate(3)));
                    }
                },
                Date.valueOf(ends.get(ends.size() - 1)),
                Date.valueOf(ends.get(0)));
        return kept;
    }

    private static void add(long[] counts, List<LocalDate> ends, LocalDate changed, LocalDate left) {
        for (int i = 0; i < counts.length; i++) {
            boolean there = !changed.isAfter(ends.get(i));
            counts[i] += there && (left == null || left.isAfter(ends.get(i))) ? 1 : 0;
        }
    }

    /** Whoever was deleted since the last refresh is in no list any more, and in no figure. */
    private void known(Question question, Reader reader, Object... arguments) {
        if (deleted == null) {
            deleted = new HashSet<>();
            read(Question.DELETED, row -> deleted.add(row.getLong(1)));
        }
        read(
                question,
                row -> {
                    if (!deleted.contains(row.getLong(1))) {
                        reader.read(row);
                    }
                },
                arguments);
    }

    private void read(Question question, Reader reader, Object... arguments) {
        try (PreparedStatement statement = FreshStatement.prepare(connection, question.sql())) {
            statement.setFetchSize(FETCHED);
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        } catch (SQLException refused) {
            throw DatabaseException.sqlException(refused);
        }
    }

    private static LocalDate day(Date day) {
        return day == null ? null : day.toLocalDate();
    }
}
