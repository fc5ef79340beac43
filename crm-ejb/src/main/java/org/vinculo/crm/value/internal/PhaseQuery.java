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
import org.vinculo.crm.value.CohortRow;
import org.vinculo.crm.value.LifecycleView;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.PhaseChangeView;
import org.vinculo.crm.value.PhaseRule;

/** Phases of the whole base, counted by the database out of the kept changes. */
@ApplicationScoped
public class PhaseQuery {

    private static final double DAYS_OF_WEEK = 7;
    private static final String CUSTOMERS = "('RETENTION', 'EXTENSION', 'AT_RISK', 'WON_BACK')";
    private static final String GONE = "('LAPSED', 'LOST', 'CLOSED')";

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
                    .mapToLong(LifecycleView.Flow::customers)
                    .sum();
            long out = flows.stream()
                    .filter(flow -> flow.from() == phase)
                    .mapToLong(LifecycleView.Flow::customers)
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
        List<?> rows = em.createNativeQuery("select to_phase, count(*) from phase_change where changed_on <= ?1"
                        + " and (left_on is null or left_on > ?1) group by to_phase")
                .setParameter(1, Date.valueOf(day))
                .getResultList();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            phases.put(Phase.valueOf((String) row[0]), ((Number) row[1]).longValue());
        }
        return phases;
    }

    private List<LifecycleView.Flow> flows(LocalDate from, LocalDate to) {
        List<?> rows = em.createNativeQuery("select from_phase, to_phase, count(*) from phase_change"
                        + " where changed_on > ?1 and changed_on <= ?2 group by from_phase, to_phase")
                .setParameter(1, Date.valueOf(from))
                .setParameter(2, Date.valueOf(to))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new LifecycleView.Flow(
                        row[0] == null ? null : Phase.valueOf((String) row[0]),
                        Phase.valueOf((String) row[1]),
                        ((Number) row[2]).longValue()))
                .sorted(Comparator.comparingLong(LifecycleView.Flow::customers).reversed())
                .toList();
    }

    private Map<Phase, Double> medians(LocalDate from, LocalDate to) {
        List<?> rows = em.createNativeQuery("select to_phase, stay_days, count(*) from phase_change"
                        + " where changed_on <= ?2 and left_on > ?1 and left_on <= ?2 group by to_phase, stay_days")
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
                                + " on b.customer_id = a.customer_id where a.changed_on <= ?1"
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
                em.createNativeQuery("select cohort, count(*) from customer_value where cohort is not null"
                                + " group by cohort")
                        .getResultList(),
                sizes);
        List<Map<String, Long>> kept = new ArrayList<>();
        for (LocalDate end : ends) {
            Map<String, Long> ofQuarter = new TreeMap<>();
            counted(
                    em.createNativeQuery("select v.cohort, count(*) from phase_change p inner join customer_value v"
                                    + " on v.customer_id = p.customer_id where v.cohort is not null and p.changed_on <= ?1"
                                    + " and (p.left_on is null or p.left_on > ?1) and p.to_phase in " + CUSTOMERS
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
