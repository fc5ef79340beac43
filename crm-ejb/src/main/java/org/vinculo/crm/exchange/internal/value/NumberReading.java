package org.vinculo.crm.exchange.internal.value;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads numbers and amounts of money written with the given decimal mark; the other mark may group thousands. */
public final class NumberReading {

    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d{1,20}(?:\\.\\d{1,20})?[eE][+-]?\\d{1,2}");
    private static final int MAX_LENGTH = 40;

    private final char decimal;
    private final Pattern number;

    public NumberReading(char decimal) {
        this.decimal = decimal;
        String mark = decimal == ',' ? "," : "\\.";
        String group = decimal == ',' ? "[. '\u2019]" : "[, '\u2019]";
        this.number =
                Pattern.compile("(?:\\d+|\\d{1,3}(?:" + group + "\\d{2,3})*" + group + "\\d{3})?(?:" + mark + "\\d*)?");
    }

    public char decimal() {
        return decimal;
    }

    /** The number, or null when the text is none. Currency signs, a trailing minus and (1.00) for minus are understood. */
    public BigDecimal read(String text) {
        if (text == null || text.length() > MAX_LENGTH) {
            return null;
        }
        String value = text.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2212', '-')
                .strip();
        if (SCIENTIFIC.matcher(value).matches()) {
            return new BigDecimal(value);
        }
        int first = firstOf(value);
        int last = lastDigit(value);
        if (first < 0 || last < first) {
            return null;
        }
        int end = last + 1 < value.length() && value.charAt(last + 1) == decimal ? last + 2 : last + 1;
        String core = value.substring(first, end);
        Boolean negative = sign(value.substring(0, first), value.substring(end));
        if (negative == null || !number.matcher(core).matches()) {
            return null;
        }
        StringBuilder plain = new StringBuilder(core.length());
        for (char c : core.toCharArray()) {
            if (c >= '0' && c <= '9') {
                plain.append(c);
            } else if (c == decimal) {
                plain.append('.');
            }
        }
        BigDecimal magnitude = new BigDecimal(plain.toString());
        return negative ? magnitude.negate() : magnitude;
    }

    private int firstOf(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean leadingMark = c == decimal && i + 1 < value.length() && isDigit(value.charAt(i + 1));
            if (isDigit(c) || leadingMark && (i == 0 || !Character.isLetter(value.charAt(i - 1)))) {
                return i;
            }
        }
        return -1;
    }

    private static int lastDigit(String value) {
        int last = value.length() - 1;
        while (last >= 0 && !isDigit(value.charAt(last))) {
            last--;
        }
        return last;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether what stands around the digits makes them negative; null when it belongs to no number. */
    private static Boolean sign(String before, String after) {
        boolean brackets = before.indexOf('(') >= 0;
        if (brackets != (after.indexOf(')') >= 0)) {
            return null;
        }
        int minus = count(before, '-') + count(after, '-');
        int plus = count(before, '+');
        if (minus + plus + (brackets ? 1 : 0) > 1 || !isCurrency(before) || !isCurrency(after)) {
            return null;
        }
        return minus == 1 || brackets;
    }

    private static int count(String text, char wanted) {
        return (int) text.chars().filter(c -> c == wanted).count();
    }

    /** Up to four letters and currency signs, such as R$, US$, EUR. */
    private static boolean isCurrency(String around) {
        int letters = 0;
        for (char c : around.toCharArray()) {
            if (Character.isLetter(c) || Character.getType(c) == Character.CURRENCY_SYMBOL) {
                letters++;
            } else if ("()+- .".indexOf(c) < 0) {
                return false;
            }
        }
        return letters <= 4;
    }
}
