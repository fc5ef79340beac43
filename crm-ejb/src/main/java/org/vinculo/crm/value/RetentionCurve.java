package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * How long relationships last from the first purchase on, by the product-limit estimate of Kaplan and Meier. A relationship
 * ends on the day it was closed, lost or lapsed by silence; one that still goes on has lasted at least until the day of the
 * figures. Who came back had one relationship all along.
 *
 * @param asOf day of the figures
 * @param year of the first purchases that are looked at, null for all
 * @param years that there are, newest first
 * @param customers relationships that are looked at
 * @param ended of them up to the day of the figures
 * @param medianMonths after which half have ended; null while more than half last
 * @param points one a month from the first purchase on, as far as anybody was watched
 */
public record RetentionCurve(
        LocalDate asOf,
        Integer year,
        List<Integer> years,
        long customers,
        long ended,
        Double medianMonths,
        List<Point> points)
        implements Serializable {

    /**
     * @param month since the first purchase
     * @param watched relationships that lasted at least so long and are known to
     * @param kept share that outlives the month, 0 to 1
     * @param lower bound of the 95 % interval of the share
     */
    public record Point(int month, long watched, double kept, double lower, double upper) implements Serializable {}

    public RetentionCurve {
        years = List.copyOf(years);
        points = List.copyOf(points);
    }

    /** The months that a table shows: few at first, whole years later. */
    public List<Point> milestones() {
        return points.stream()
                .filter(point -> point.month() == 1
                        || point.month() == 3
                        || point.month() == 6
                        || point.month() > 0 && point.month() % 12 == 0)
                .toList();
    }
}
