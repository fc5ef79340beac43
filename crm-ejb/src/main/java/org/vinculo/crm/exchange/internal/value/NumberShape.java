package org.vinculo.crm.exchange.internal.value;

import java.math.BigDecimal;
import java.util.Optional;

/** How the numbers of a column are written; values such as 1.234 that allow two readings do not vote. */
public final class NumberShape {

    private static final NumberReading COMMA = new NumberReading(',');
    private static final NumberReading POINT = new NumberReading('.');

    private int values;
    private int asComma;
    private int asPoint;
    private int commaVotes;
    private int pointVotes;
    private int fractions;
    private int negatives;

    public void add(String text) {
        values++;
        if (text.length() > 40 || text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return;
        }
        BigDecimal comma = COMMA.read(text);
        BigDecimal point = POINT.read(text);
        asComma += comma == null ? 0 : 1;
        asPoint += point == null ? 0 : 1;
        BigDecimal any = point == null ? comma : point;
        if (any == null) {
            return;
        }
        negatives += any.signum() < 0 ? 1 : 0;
        vote(text, comma, point);
    }

    private void vote(String text, BigDecimal comma, BigDecimal point) {
        boolean marked = text.indexOf(',') >= 0 || text.indexOf('.') >= 0;
        if (!marked) {
            return;
        }
        if (comma == null) {
            pointVotes++;
            fractions++;
        } else if (point == null) {
            commaVotes++;
            fractions++;
        } else if (comma.compareTo(point) != 0 && text.startsWith("0")) {
            // 0.125 is a fraction: nobody groups thousands after a zero.
            if (text.charAt(1) == '.') {
                pointVotes++;
            } else {
                commaVotes++;
            }
            fractions++;
        }
    }

    /** The decimal mark, when a value decides it. */
    public Optional<Character> decimal() {
        if (commaVotes == pointVotes) {
            return Optional.empty();
        }
        return Optional.of(commaVotes > pointVotes ? ',' : '.');
    }

    public double share() {
        return values == 0 ? 0 : (double) Math.max(asComma, asPoint) / values;
    }

    public boolean hasFractions() {
        return fractions > 0;
    }

    public boolean hasNegatives() {
        return negatives > 0;
    }
}
