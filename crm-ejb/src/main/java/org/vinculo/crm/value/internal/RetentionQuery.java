package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.value.RetentionCurve;
import org.vinculo.crm.value.internal.clv.SurvivalCurve;

/** How long the relationships of the whole base have lasted, out of the present figures. */
@ApplicationScoped
public class RetentionQuery {

    private static final double DAYS_OF_MONTH = 365.25 / 12;
    private static final int MOST_MONTHS = 60;
    private static final String GONE = PhaseQuery.GONE;
    private static final String KNOWN = " inner join customer c on c.id = v.customer_id and c.deleted_at is null";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    private record Lasted(int year, long days, boolean ended, long customers) {}

    public RetentionCurve curve(LocalDate asOf, Integer year) {
        List<Lasted> all = lasted(asOf);
        TreeSet<Integer> years = new TreeSet<>();
        all.forEach(each -> years.add(each.year()));
        Integer chosen = year != null && years.contains(year) ? year : null;
        SurvivalCurve.Durations durations = new SurvivalCurve.Durations();
        List<Lasted> watched = all.stream()
                .filter(each -> chosen == null || each.year() == chosen)
                .toList();
        long longest = 0;
        for (Lasted each : watched) {
            durations.add(each.days(), each.ended(), each.customers());
            longest = Math.max(longest, each.days());
        }
        SurvivalCurve curve = durations.curve();
        return new RetentionCurve(
                asOf,
                chosen,
                new ArrayList<>(years.descendingSet()),
                watched.stream().mapToLong(Lasted::customers).sum(),
                watched.stream()
                        .filter(Lasted::ended)
                        .mapToLong(Lasted::customers)
                        .sum(),
                curve.median().isPresent() ? Double.valueOf(curve.median().getAsDouble() / DAYS_OF_MONTH) : null,
                points(curve, watched, longest));
    }

    private static List<RetentionCurve.Point> points(SurvivalCurve curve, List<Lasted> watched, long longest) {
        long[] lastIn = new long[MOST_MONTHS + 2];
        for (Lasted each : watched) {
            lastIn[(int) Math.min(MOST_MONTHS + 1L, (long) (each.days() / DAYS_OF_MONTH))] += each.customers();
        }
        List<RetentionCurve.Point> points = new ArrayList<>();
        long left = watched.stream().mapToLong(Lasted::customers).sum();
        for (int month = 0; month <= MOST_MONTHS && month * DAYS_OF_MONTH <= longest; month++) {
            SurvivalCurve.Step step = curve.at(month * DAYS_OF_MONTH);
            points.add(new RetentionCurve.Point(month, left, step.survival(), step.lower(), step.upper()));
            left -= lastIn[month];
        }
        return points;
    }

    /**
     * Condition over the customer {@code c}: watched for as many months as a relationship can have lasted until a day. One that
     * ended lasted from the first purchase through all phases that were left since.
     */
    static SqlText watched(int months, Integer year, LocalDate asOf) {
        SqlText sql = began(year);
        if (months > 0) {
            int days = (int) Math.ceil(months * DAYS_OF_MONTH);
            sql.sqlPart(" and (cv.phase not in " + GONE + " and cv.first_on <= ")
                    .value(asOf.minusDays(days))
                    .sqlPart(" or cv.phase in " + GONE + " and (select sum(pc.stay_days) from phase_change pc"
                            + " where pc.customer_id = cv.customer_id and pc.changed_on >= cv.first_on"
                            + " and pc.left_on <= cv.phase_since) >= ")
                    .value(days)
                    .sqlPart(")");
        }
        return sql.sqlPart(")");
    }

    /** Condition over the customer {@code c}: bought once and gone now. */
    static SqlText ended(Integer year) {
        return began(year).sqlPart(" and cv.phase in " + GONE + ")");
    }

    private static SqlText began(Integer year) {
        SqlText sql = SqlText.empty()
                .sqlPart("exists (select 1 from customer_value cv where cv.customer_id = c.id"
                        + " and cv.first_on is not null");
        if (year != null) {
            sql.sqlPart(" and cv.first_on >= ")
                    .value(LocalDate.of(year, 1, 1))
                    .sqlPart(" and cv.first_on <= ")
                    .value(LocalDate.of(year, 12, 31));
        }
        return sql;
    }

    private List<Lasted> lasted(LocalDate asOf) {
        List<Lasted> all = new ArrayList<>();
        for (Object each : em.createNativeQuery("select v.first_on, count(*) from customer_value v" + KNOWN
                        + " where v.first_on is not null and v.phase not in " + GONE + " group by v.first_on")
                .getResultList()) {
            Object[] row = (Object[]) each;
            all.add(lasted(day(row[0]), asOf, false, row[1]));
        }
        for (Object each : em.createNativeQuery("select v.first_on, v.phase_since, count(*) from customer_value v"
                        + KNOWN + " where v.first_on is not null and v.phase in " + GONE
                        + " group by v.first_on, v.phase_since")
                .getResultList()) {
            Object[] row = (Object[]) each;
            all.add(lasted(day(row[0]), day(row[1]), true, row[2]));
        }
        return all;
    }

    private static Lasted lasted(LocalDate first, LocalDate until, boolean ended, Object customers) {
        return new Lasted(
                first.getYear(),
                Math.max(0, ChronoUnit.DAYS.between(first, until)),
                ended,
                ((Number) customers).longValue());
    }

    private static LocalDate day(Object day) {
        return ((Date) day).toLocalDate();
    }
}
