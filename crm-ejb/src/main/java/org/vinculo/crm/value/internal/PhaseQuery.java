package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.shared.InvalidInput;
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
    private static final String DAY = "pc.changed_on";
    private static final Map<String, String> SORTS = Map.of("day", DAY, "stay", "before.stay_days");
    static final String CUSTOMERS = "('RETENTION', 'EXTENSION', 'AT_RISK', 'WON_BACK')";
    static final String GONE = "('LAPSED', 'LOST', 'CLOSED')";

    private static final String ANY = "ANY";
    private static final String START = "START";

    /** By day, the newest first, and all that narrows changes: Derby would rather put them in order. */
    private static final String MOVED = " --DERBY-PROPERTIES index=phase_change_moved\n";

    private static final String NEXT = " --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n";
    private static final String LEFT = " left join phase_change before";
    private static final String ON_BEFORE = " on before.customer_id = pc.customer_id and before.place = pc.place - 1";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    public LifecycleView census(LocalDate from, LocalDate to) {
        PhaseCensus.Window window = new PhaseCensus(em).window(from, to);
        List<LifecycleView.Flow> flows = window.flows();
        List<LifecycleView.PhaseRow> rows = new ArrayList<>();
        double weeks = Math.max(1, ChronoUnit.DAYS.between(from, to)) / DAYS_OF_WEEK;
        for (Phase phase : Phase.values()) {
            long in = flows.stream()
                    .filter(flow -> flow.to() == phase)
                    .mapToLong(LifecycleView.Flow::moves)
                    .sum();
            long out = flows.stream()
                    .filter(flow -> flow.from() == phase)
                    .mapToLong(LifecycleView.Flow::moves)
                    .sum();
            long before = window.before().getOrDefault(phase, 0L);
            long here = window.after().getOrDefault(phase, 0L);
            Double queue = out == 0 ? null : Double.valueOf(here / (out / weeks));
            rows.add(new LifecycleView.PhaseRow(phase, before, here, in, out, window.median(phase), queue));
        }
        return new LifecycleView(from, to, rows, flows, base(window.before()), window.lost(), bottleneck(rows));
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

    private static SqlText moves(PhaseMoves.Wanted wanted) {
        return moves(
                wanted.came()
                        ? START
                        : wanted.from() == null ? ANY : wanted.from().name(),
                wanted.to() == null ? ANY : wanted.to().name(),
                wanted.after(),
                wanted.until());
    }

    /** How many changes are behind a flow, and of how many customers. Whoever was deleted is counted apart, being few. */
    public PhaseMoves.Counted counted(PhaseMoves.Wanted wanted) {
        SqlText all = SqlText.empty()
                .sqlPart(
                        "select count(*), count(distinct pc.customer_id) from phase_change pc" + MOVED + " where 1 = 1")
                .add(moves(wanted));
        SqlText deleted = SqlText.empty()
                .sqlPart("select count(*), count(distinct pc.customer_id) from --DERBY-PROPERTIES joinOrder=FIXED\n"
                        + " customer c inner join phase_change pc" + NEXT
                        + " on pc.customer_id = c.id where c.deleted_at is not null")
                .add(moves(wanted));
        Object[] had = row(all);
        Object[] gone = row(deleted);
        return new PhaseMoves.Counted(
                ((Number) had[0]).longValue() - ((Number) gone[0]).longValue(),
                ((Number) had[1]).longValue() - ((Number) gone[1]).longValue());
    }

    private Object[] row(SqlText sql) {
        return (Object[]) sql.fill(em.createNativeQuery(sql.sql())).getSingleResult();
    }

    /** A page of the changes behind a flow. */
    public List<PhaseMoves.Move> moves(PhaseMoves.Wanted wanted, PageRequest page) {
        SortBy sort = page.sort() == null ? new SortBy("day", false) : page.sort();
        String order = SORTS.get(sort.field());
        if (order == null) {
            throw InvalidInput.field("sort", "choice");
        }
        boolean byDay = DAY.equals(order);
        order = " order by " + (byDay ? "" : "case when " + order + " is null then 1 else 0 end, ") + order
                + (sort.ascending() ? "" : " desc") + ", pc.customer_id, pc.place";
        SqlText sql = SqlText.empty()
                .sqlPart("select c.public_id, c.display_name, pc.changed_on, pc.from_phase, pc.to_phase, pc.rule_name,"
                        + " before.stay_days, pc.customer_id, pc.place from --DERBY-PROPERTIES joinOrder=FIXED\n"
                        + " (select pc.customer_id, pc.place from phase_change pc"
                        + (byDay && !sort.ascending() ? MOVED : "")
                        + (byDay ? "" : LEFT + ON_BEFORE)
                        + " where (select c.deleted_at from customer c where c.id = pc.customer_id) is null")
                .add(moves(wanted))
                .sqlPart(order + " offset ")
                .value(page.first())
                .sqlPart(" rows fetch next ")
                .value(page.size())
                .sqlPart(" rows only) shown inner join phase_change pc" + NEXT
                        + " on pc.customer_id = shown.customer_id and pc.place = shown.place inner join customer c"
                        + NEXT + " on c.id = pc.customer_id" + LEFT + NEXT + ON_BEFORE + order);
        List<?> rows = sql.fill(em.createNativeQuery(sql.sql())).getResultList();
        return rows.stream().map(row -> move((Object[]) row)).toList();
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

    /** The last quarters of first purchases, each with those who are customers still at the end of the quarters after. */
    public List<CohortRow> cohorts(LocalDate asOf, int quarters) {
        return new PhaseCensus(em).cohorts(asOf, quarters);
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
