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
