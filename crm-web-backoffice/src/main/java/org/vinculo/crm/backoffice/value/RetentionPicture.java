package org.vinculo.crm.backoffice.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.vinculo.crm.value.RetentionCurve;

/** A curve of survival as a picture of 640 by 236: a stair of months with its band, and the lines behind it. */
public final class RetentionPicture {

    private static final double LEFT = 48;
    private static final double WIDTH = 580;
    private static final double TOP = 12;
    private static final double HEIGHT = 190;
    private static final int[] STEPS = {1, 3, 6, 12};
    private static final int MOST_TICKS = 11;

    private final RetentionCurve curve;
    private final int months;

    /** A line across the picture and its share. */
    public record Line(String y, String text, double share) {}

    /** A month under the picture. */
    public record Tick(String x, int month) {}

    RetentionPicture(RetentionCurve curve) {
        this.curve = curve;
        months = Math.max(1, curve.points().size() - 1);
    }

    public String getStair() {
        return "M" + stair(curve.points(), RetentionCurve.Point::kept);
    }

    /** The interval: along its upper bound and back along the lower one. */
    public String getBand() {
        List<RetentionCurve.Point> back = new ArrayList<>(curve.points());
        Collections.reverse(back);
        StringBuilder path = new StringBuilder("M").append(stair(curve.points(), RetentionCurve.Point::upper));
        for (RetentionCurve.Point point : back) {
            path.append('V').append(y(point.lower())).append('H').append(x(point.month()));
        }
        return path.append('Z').toString();
    }

    private String stair(List<RetentionCurve.Point> points, ToDoubleFunction<RetentionCurve.Point> share) {
        StringBuilder path = new StringBuilder();
        for (RetentionCurve.Point point : points) {
            String y = y(share.applyAsDouble(point));
            path.append(path.isEmpty() ? x(point.month()) + " " + y : "H" + x(point.month()) + "V" + y);
        }
        return path.toString();
    }

    public List<Line> getLines() {
        List<Line> lines = new ArrayList<>();
        for (int quarter = 0; quarter <= 4; quarter++) {
            double share = quarter / 4.0;
            lines.add(new Line(y(share), number(TOP + HEIGHT * (1 - share) + 4), share));
        }
        return lines;
    }

    public List<Tick> getTicks() {
        int step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && months / STEPS[i] < MOST_TICKS; i--) {
            step = STEPS[i];
        }
        List<Tick> ticks = new ArrayList<>();
        for (int month = 0; month <= months; month += step) {
            ticks.add(new Tick(x(month), month));
        }
        return ticks;
    }

    private String x(int month) {
        return number(LEFT + WIDTH * month / months);
    }

    private static String y(double share) {
        return number(TOP + HEIGHT * (1 - share));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
