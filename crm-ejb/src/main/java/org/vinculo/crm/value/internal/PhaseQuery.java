package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SortBy;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.value.CohortRow;
import org.vinculo.crm.value.LifecycleView;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.PhaseChangeView;
import org.vinculo.crm.value.PhaseMoves;
import org.vinculo.crm.value.PhaseRule;

/** Phases of the whole base, counted by the database out of the kept changes. */
@ApplicationScoped
public class PhaseQuery {

    private static final double DAYS_OF_WEEK = 7;
    private static final Map<String, String> SORTS = Map.of("day", "pc.changed_on", "stay", "before.stay_days");
    static final String CUSTOMERS = "('RETENTION', 'EXTENSION', 'AT_RISK', 'WON_BACK')";
    static final String GONE = "('LAPSED', 'LOST', 'CLOSED')";

    private static final String ANY = "ANY";
    private static final String START = "START";

    /** Whoever was deleted since the last refresh is in no list any more, and in no figure. */
    private static final String KNOWN = " pc inner join customer c on c.id = pc.customer_id and c.deleted_at is null";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    public LifecycleView census(LocalDate from, LocalDate to) {
        Map<Phase, Long> before = phases(from);
        Map<Phase, Long> now = phases(to);
        List<LifecycleView.Flow> flows = flows(from, to);
        List<LifecycleView.PhaseRow> rows = new ArrayList<>();
        double weeks = Math.max(1, ChronoUnit.DAYS.between(from, to)) / DAYS_OF_WEEK;
        Map<Phase, Double> medians = medians(from, to);
        for (Phase phase : Phase.values()) {
            long in = flows.stream()
                    .filter(flow -> flow.to() == phase)
                    .mapToLong(LifecycleView.Flow::moves)
                    .sum();
            long out = flows.stream()
                    .filter(flow -> flow.from() == phase)
                    .mapToLong(LifecycleView.Flow::moves)
                    .sum();
            long here = now.getOrDefault(phase, 0L);
            Double queue = out == 0 ? null : Double.valueOf(here / (out / weeks));
            rows.add(new LifecycleView.PhaseRow(
                    phase, before.getOrDefault(phase, 0L), here, in, out, medians.get(phase), queue));
        }
        return new LifecycleView(from, to, rows, flows, base(before), lost(from, to), bottleneck(rows));
    }

    /** Among the phases before and of a relationship: where the queue is the longest in weeks. */
    private static Phase bottleneck(List<LifecycleView.PhaseRow> rows) {
        return rows.stream()
                .filter(row -> row.phase() == Phase.SELECTION
                        || row.phase() == Phase.ACQUISITION
                        || row.phase() == Phase.AT_RISK)
                .filter(row -> row.queueWeeks() != null && row.now() > 0)
                .max(Comparator.comparingDouble(LifecycleView.PhaseRow::queueWeeks))
                .map(LifecycleView.PhaseRow::phase)
                .orElse(null);
    }

    private static long base(Map<Phase, Long> before) {
        return before.entrySet().stream()
                .filter(entry -> entry.getKey().isCustomer())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many were in which phase at the end of a day. */
    public Map<Phase, Long> phases(LocalDate day) {
        Map<Phase, Long> phases = new EnumMap<>(Phase.class);
        List<?> rows = em.createNativeQuery("select pc.to_phase, count(*) from phase_change" + KNOWN
                        + " where pc.changed_on <= ?1 and (pc.left_on is null or pc.left_on > ?1)"
                        + " group by pc.to_phase")
                .setParameter(1, Date.valueOf(day))
                .getResultList();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            phases.put(Phase.valueOf((String) row[0]), ((Number) row[1]).longValue());
        }
        return phases;
    }

    private List<LifecycleView.Flow> flows(LocalDate from, LocalDate to) {
        List<?> rows = em.createNativeQuery("select pc.from_phase, pc.to_phase, count(*) from phase_change" + KNOWN
                        + " where pc.changed_on > ?1 and pc.changed_on <= ?2 group by pc.from_phase, pc.to_phase")
                .setParameter(1, Date.valueOf(from))
                .setParameter(2, Date.valueOf(to))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new LifecycleView.Flow(
                        row[0] == null ? null : Phase.valueOf((String) row[0]),
                        Phase.valueOf((String) row[1]),
                        ((Number) row[2]).longValue()))
                .sorted(Comparator.comparingLong(LifecycleView.Flow::moves).reversed())
                .toList();
    }

    /**
     * Further conditions over a change {@code pc} within a window.
     *
     * @param from name of a phase, ANY, or START for those who came in
     * @param to name of a phase or ANY
     */
    static SqlText moves(String from, String to, LocalDate after, LocalDate until) {
        SqlText sql = SqlText.empty()
                .sqlPart(" and pc.changed_on > ")
                .value(after)
                .sqlPart(" and pc.changed_on <= ")
                .value(until);
        if (START.equals(from)) {
            sql.sqlPart(" and pc.from_phase is null");
        } else if (!ANY.equals(from)) {
            sql.sqlPart(" and pc.from_phase = ").value(from);
        }
        return ANY.equals(to) ? sql : sql.sqlPart(" and pc.to_phase = ").value(to);
    }

    /** The changes behind a flow, how many they are and of how many customers. */
    public PhaseMoves moves(PhaseMoves.Wanted wanted, PageRequest page) {
        SortBy sort = page.sort() == null ? new SortBy("day", false) : page.sort();
        String column = SORTS.get(sort.field());
        if (column == null) {
            throw InvalidInput.field("sort", "choice");
        }
        SqlText narrowed = SqlText.empty()
                .sqlPart(" where c.deleted_at is null")
                .add(moves(
                        wanted.came()
                                ? START
                                : wanted.from() == null ? ANY : wanted.from().name(),
                        wanted.to() == null ? ANY : wanted.to().name(),
                        wanted.after(),
                        wanted.until()));
        SqlText sql = SqlText.empty()
                .sqlPart("select c.public_id, c.display_name, pc.changed_on, pc.from_phase, pc.to_phase, pc.rule_name,"
                        + " before.stay_days, pc.customer_id, pc.place from phase_change" + KNOWN
                        + " left join phase_change before on before.customer_id = pc.customer_id"
                        + " and before.place = pc.place - 1")
                .add(narrowed)
                .sqlPart(" order by case when " + column + " is null then 1 else 0 end, " + column
                        + (sort.ascending() ? "" : " desc") + ", pc.customer_id, pc.place offset ")
                .value(page.first())
                .sqlPart(" rows fetch next ")
                .value(page.size())
                .sqlPart(" rows only");
        SqlText count = SqlText.empty()
                .sqlPart("select count(*), count(distinct pc.customer_id) from phase_change" + KNOWN)
                .add(narrowed);
        Object[] counted =
                (Object[]) count.fill(em.createNativeQuery(count.sql())).getSingleResult();
        List<?> rows = sql.fill(em.createNativeQuery(sql.sql())).getResultList();
        return new PhaseMoves(
                new Page<>(
                        rows.stream().map(row -> move((Object[]) row)).toList(),
                        ((Number) counted[0]).longValue(),
                        false),
                ((Number) counted[1]).longValue());
    }

    private static PhaseMoves.Move move(Object[] row) {
        return new PhaseMoves.Move(
                (String) row[0],
                (String) row[1],
                ((Date) row[2]).toLocalDate(),
                row[3] == null ? null : Phase.valueOf((String) row[3]),
                Phase.valueOf((String) row[4]),
                PhaseRule.valueOf((String) row[5]),
                row[6] == null ? null : Integer.valueOf(((Number) row[6]).intValue()),
                ((Number) row[8]).intValue());
    }

    private Map<Phase, Double> medians(LocalDate from, LocalDate to) {
        List<?> rows = em.createNativeQuery("select pc.to_phase, pc.stay_days, count(*) from phase_change" + KNOWN
                        + " where pc.changed_on <= ?2 and pc.left_on > ?1 and pc.left_on <= ?2"
                        + " group by pc.to_phase, pc.stay_days")
                .setParameter(1, Date.valueOf(from))
                .setParameter(2, Date.valueOf(to))
                .getResultList();
        Map<Phase, TreeMap<Integer, Long>> stays = new EnumMap<>(Phase.class);
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            stays.computeIfAbsent(Phase.valueOf((String) row[0]), phase -> new TreeMap<>())
                    .put(((Number) row[1]).intValue(), ((Number) row[2]).longValue());
        }
        Map<Phase, Double> medians = new EnumMap<>(Phase.class);
        stays.forEach((phase, days) -> medians.put(phase, median(days)));
        return medians;
    }

    private static Double median(TreeMap<Integer, Long> days) {
        long size = days.values().stream().mapToLong(Long::longValue).sum();
        return (at(days, (size - 1) / 2) + at(days, size / 2)) / 2.0;
    }

    private static int at(TreeMap<Integer, Long> days, long place) {
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : days.entrySet()) {
            seen += entry.getValue();
            if (seen > place) {
                return entry.getKey();
            }
        }
        return days.lastKey();
    }

    private long lost(LocalDate from, LocalDate to) {
        return ((Number) em.createNativeQuery("select count(*) from phase_change a inner join phase_change b"
                                + " on b.customer_id = a.customer_id inner join customer c on c.id = a.customer_id"
                                + " and c.deleted_at is null where a.changed_on <= ?1"
                                + " and (a.left_on is null or a.left_on > ?1) and a.to_phase in " + CUSTOMERS
                                + " and b.changed_on <= ?2 and (b.left_on is null or b.left_on > ?2)"
                                + " and b.to_phase in " + GONE)
                        .setParameter(1, Date.valueOf(from))
                        .setParameter(2, Date.valueOf(to))
                        .getSingleResult())
                .longValue();
    }

    /** The last quarters of first purchases, each with those who are customers still at the end of the quarters after. */
    public List<CohortRow> cohorts(LocalDate asOf, int quarters) {
        List<LocalDate> ends = new ArrayList<>();
        LocalDate start = asOf.with(IsoFields.DAY_OF_QUARTER, 1);
        for (int back = quarters - 1; back >= 0; back--) {
            LocalDate end = start.minusMonths(3L * back).plusMonths(3).minusDays(1);
            ends.add(end.isAfter(asOf) ? asOf : end);
        }
        Map<String, Long> sizes = new TreeMap<>();
        counted(
                em.createNativeQuery("select v.cohort, count(*) from customer_value v inner join customer c"
                                + " on c.id = v.customer_id and c.deleted_at is null where v.cohort is not null"
                                + " group by v.cohort")
                        .getResultList(),
                sizes);
        List<Map<String, Long>> kept = new ArrayList<>();
        for (LocalDate end : ends) {
            Map<String, Long> ofQuarter = new TreeMap<>();
            counted(
                    em.createNativeQuery("select v.cohort, count(*) from phase_change" + KNOWN
                                    + " inner join customer_value v on v.customer_id = pc.customer_id"
                                    + " where v.cohort is not null and pc.changed_on <= ?1"
                                    + " and (pc.left_on is null or pc.left_on > ?1) and pc.to_phase in " + CUSTOMERS
                                    + " group by v.cohort")
                            .setParameter(1, Date.valueOf(end))
                            .getResultList(),
                    ofQuarter);
            kept.add(ofQuarter);
        }
        List<CohortRow> rows = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            LocalDate end = ends.get(i);
            String cohort = end.getYear() + "-Q" + end.get(IsoFields.QUARTER_OF_YEAR);
            if (sizes.containsKey(cohort)) {
                rows.add(new CohortRow(
                        cohort,
                        sizes.get(cohort),
                        kept.subList(i, kept.size()).stream()
                                .map(each -> each.getOrDefault(cohort, 0L))
                                .toList()));
            }
        }
        return rows;
    }

    private static void counted(List<?> rows, Map<String, Long> counts) {
        rows.forEach(each -> {
            Object[] row = (Object[]) each;
            counts.put((String) row[0], ((Number) row[1]).longValue());
        });
    }

    /** The changes of one customer, newest first. */
    public List<PhaseChangeView> history(long customerId, int atMost) {
        List<?> rows = em.createNativeQuery("select changed_on, from_phase, to_phase, rule_name, stay_days"
                        + " from phase_change where customer_id = ?1 order by place desc")
                .setParameter(1, customerId)
                .setMaxResults(atMost)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new PhaseChangeView(
                        ((Date) row[0]).toLocalDate(),
                        row[1] == null ? null : Phase.valueOf((String) row[1]),
                        Phase.valueOf((String) row[2]),
                        PhaseRule.valueOf((String) row[3]),
                        row[4] == null ? null : Integer.valueOf(((Number) row[4]).intValue())))
                .toList();
    }
}
