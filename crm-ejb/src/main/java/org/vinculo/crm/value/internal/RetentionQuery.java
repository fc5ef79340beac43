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
import org.vinculo.crm.value.RetentionCurve;
import org.vinculo.crm.value.internal.clv.SurvivalCurve;

/** How long the relationships of the whole base have lasted, out of the present figures. */
@ApplicationScoped
public class RetentionQuery {

    private static final double DAYS_OF_MONTH = 365.25 / 12;
    private static final int MOST_MONTHS = 60;
    private static final String GONE = "('LAPSED', 'LOST', 'CLOSED')";

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

    private List<Lasted> lasted(LocalDate asOf) {
        List<Lasted> all = new ArrayList<>();
        for (Object each : em.createNativeQuery(
                        "select first_on, count(*) from customer_value where first_on is not null"
                                + " and phase not in " + GONE + " group by first_on")
                .getResultList()) {
            Object[] row = (Object[]) each;
            all.add(lasted(day(row[0]), asOf, false, row[1]));
        }
        for (Object each : em.createNativeQuery("select first_on, phase_since, count(*) from customer_value"
                        + " where first_on is not null and phase in " + GONE + " group by first_on, phase_since")
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
