package org.vinculo.crm.party.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A computation over the numbers of a customer: {@code + - * /}, brackets, comparisons (1 for true, 0 for false), and
 * {@code if(test, then, else)}, {@code min}, {@code max}, {@code round(x, digits)}, {@code abs}. Names are codes of
 * fields. What it may cost is bounded by its length and depth; nothing of it is ever run as a program.
 */
public final class Formula {

    private static final int LONGEST = 500;
    private static final int DEEPEST = 20;
    private static final int MOST_DIGITS = 15;
    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final Map<String, Integer> FUNCTIONS = Map.of("if", 3, "min", 2, "max", 2, "round", 2, "abs", 1);

    private interface Node {
        /** Null when something that it needs is not known, or it cannot be computed. */
        BigDecimal value(Map<String, BigDecimal> known);
    }

    /** The text is no formula. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final String text;
    private final Set<String> names = new LinkedHashSet<>();
    private final Node root;
    private int at;
    private int depth;

    private Formula(String text) throws Malformed {
        this.text = text;
        root = comparison();
        if (peek() != 0) {
            throw new Malformed();
        }
    }

    public static Formula of(String text) throws Malformed {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw new Malformed();
        }
        return new Formula(text);
    }

    /** The codes of the fields that it needs. */
    public Set<String> names() {
        return names;
    }

    /** With four decimals; empty when something is missing, is divided by nothing, or the result is too large. */
    public Optional<BigDecimal> value(Map<String, BigDecimal> known) {
        BigDecimal value = root.value(known);
        return value == null || value.precision() - value.scale() > MOST_DIGITS
                ? Optional.empty()
                : Optional.of(value.setScale(4, RoundingMode.HALF_EVEN));
    }

    private Node comparison() throws Malformed {
        if (++depth > DEEPEST) {
            throw new Malformed();
        }
        Node left = sum();
        char sign = peek();
        if (sign == '<' || sign == '>' || sign == '=') {
            at++;
            boolean orEqual = sign != '=' && at < text.length() && text.charAt(at) == '=';
            at += orEqual ? 1 : 0;
            Node first = left;
            Node second = sum();
            left = both(
                    first, second, (a, b) -> holds(sign, orEqual, a.compareTo(b)) ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        depth--;
        return left;
    }

    private static boolean holds(char sign, boolean orEqual, int order) {
        if (order == 0) {
            return orEqual || sign == '=';
        }
        return sign == '<' ? order < 0 : sign == '>' && order > 0;
    }

    private Node sum() throws Malformed {
        Node left = product();
        for (char sign = peek(); sign == '+' || sign == '-'; sign = peek()) {
            at++;
            Node first = left;
            Node second = product();
            left = sign == '+'
                    ? both(first, second, (a, b) -> a.add(b, PRECISION))
                    : both(first, second, (a, b) -> a.subtract(b, PRECISION));
        }
        return left;
    }

    private Node product() throws Malformed {
        Node left = factor();
        for (char sign = peek(); sign == '*' || sign == '/'; sign = peek()) {
            at++;
            Node first = left;
            Node second = factor();
            left = sign == '*'
                    ? both(first, second, (a, b) -> a.multiply(b, PRECISION))
                    : both(first, second, (a, b) -> b.signum() == 0 ? null : a.divide(b, PRECISION));
        }
        return left;
    }

    private Node factor() throws Malformed {
        char next = peek();
        if (next == '-') {
            at++;
            if (++depth > DEEPEST) {
                throw new Malformed();
            }
            Node negated = factor();
            depth--;
            return known -> {
                BigDecimal value = negated.value(known);
                return value == null ? null : value.negate();
            };
        }
        if (next == '(') {
            at++;
            Node inner = comparison();
            expect(')');
            return inner;
        }
        return Character.isDigit(next) ? number() : name();
    }

    private Node number() throws Malformed {
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        try {
            BigDecimal value = new BigDecimal(text.substring(from, at));
            if (value.precision() > MOST_DIGITS + 4) {
                throw new Malformed();
            }
            return known -> value;
        } catch (NumberFormatException twoPoints) {
            throw new Malformed();
        }
    }

    private Node name() throws Malformed {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String name = text.substring(from, at);
        if (name.isEmpty()) {
            throw new Malformed();
        }
        Integer arguments = FUNCTIONS.get(name);
        if (arguments != null && peek() == '(') {
            return function(name, arguments);
        }
        names.add(name);
        return known -> known.get(name);
    }

    private Node function(String name, int count) throws Malformed {
        expect('(');
        List<Node> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                expect(',');
            }
            arguments.add(comparison());
        }
        expect(')');
        Node first = arguments.get(0);
        return switch (name) {
            case "if" ->
                known -> {
                    BigDecimal test = first.value(known);
                    return test == null
                            ? null
                            : arguments.get(test.signum() == 0 ? 2 : 1).value(known);
                };
            case "min" -> both(first, arguments.get(1), BigDecimal::min);
            case "max" -> both(first, arguments.get(1), BigDecimal::max);
            case "round" ->
                both(
                        first,
                        arguments.get(1),
                        (a, b) -> a.setScale(Math.max(0, Math.min(4, b.intValue())), RoundingMode.HALF_EVEN));
            default ->
                known -> {
                    BigDecimal value = first.value(known);
                    return value == null ? null : value.abs();
                };
        };
    }

    private static Node both(Node first, Node second, java.util.function.BinaryOperator<BigDecimal> operation) {
        return known -> {
            BigDecimal one = first.value(known);
            BigDecimal other = one == null ? null : second.value(known);
            return other == null ? null : operation.apply(one, other);
        };
    }

    private void expect(char wanted) throws Malformed {
        if (peek() != wanted) {
            throw new Malformed();
        }
        at++;
    }

    /** The next character that is no blank; 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }
}
