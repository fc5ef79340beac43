package org.vinculo.crm.backoffice.value;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The bars of a waterfall, laid out for a drawing of 240 units height. */
public final class Waterfall implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int TOP = 22;
    private static final int BOTTOM = 200;
    private static final int STEP = 92;
    private static final int BAR = 56;
    private static final int ABOVE = 6;
    private static final int BELOW = 15;

    /** @param value signed; @param total whether it stands on zero instead of on what went before */
    public record Amount(String name, String text, double value, boolean total) implements Serializable {}

    /**
     * @param look style classes of the bar
     * @param tone style class of the amount
     * @param labelAt height of the amount
     */
    public record Bar(
            String name,
            String amount,
            String look,
            String tone,
            double x,
            double y,
            double width,
            double height,
            double middle,
            double labelAt)
            implements Serializable {}

    private final int width;
    private final double zero;
    private final List<Bar> bars = new ArrayList<>();

    private Waterfall(List<Amount> amounts) {
        double highest = 0;
        double lowest = 0;
        double level = 0;
        for (Amount amount : amounts) {
            level = amount.total() ? amount.value() : level + amount.value();
            highest = Math.max(highest, level);
            lowest = Math.min(lowest, level);
        }
        double scale = highest == lowest ? 1 : (BOTTOM - TOP) / (highest - lowest);
        zero = round(TOP + highest * scale);
        width = STEP * amounts.size();
        level = 0;
        for (int i = 0; i < amounts.size(); i++) {
            Amount amount = amounts.get(i);
            double from = amount.total() ? 0 : level;
            double to = from + amount.value();
            level = to;
            bars.add(bar(amount, i * STEP + (STEP - BAR) / 2.0, from * scale, to * scale));
        }
    }

    static Waterfall of(List<Amount> amounts) {
        return new Waterfall(amounts);
    }

    private Bar bar(Amount amount, double x, double from, double to) {
        double top = zero - Math.max(from, to);
        double height = Math.max(1, Math.abs(to - from));
        boolean negative = Math.min(from, to) < 0;
        String look = amount.total() ? (amount.value() < 0 ? "down" : "total") : negative ? "down-soft" : "cost";
        double label = negative ? top + height + BELOW : top - ABOVE;
        String tone = amount.total() && amount.value() < 0 ? "neg" : "t";
        return new Bar(
                amount.name(),
                amount.text(),
                look,
                tone,
                round(x),
                round(top),
                BAR,
                round(height),
                round(x + BAR / 2.0),
                round(label));
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    public int getWidth() {
        return width;
    }

    /** Height of the zero line. */
    public double getZero() {
        return zero;
    }

    public List<Bar> getBars() {
        return bars;
    }
}
