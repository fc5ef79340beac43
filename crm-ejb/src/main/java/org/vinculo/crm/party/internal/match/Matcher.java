package org.vinculo.crm.party.internal.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;
import org.vinculo.crm.party.MatchPart;
import org.vinculo.crm.party.MatchPart.Sign;
import org.vinculo.crm.party.MatchPart.Verdict;

/**
 * The weighted comparison of Fellegi and Sunter (1969). Every sign contributes log2(m/u) when it agrees and
 * log2((1-m)/(1-u)) when it does not: m is how often it agrees among two records of one customer, u how often by
 * chance.
 *
 * <p>The m are rounded error rates of people who type names, dates and numbers (one field in ten to twenty is wrong), the
 * u are one over the number of usual values: some 100 given names and 250 family names cover most people, some 25,000
 * birth dates, a few thousand postal codes. They were set from these considerations and are the same for every source;
 * no labelled data were used to fit them. What two records know nothing about counts nothing.
 *
 * <p>The score is the evidence as a percentage: {@link #EVEN} bits, the odds against two customers picked at random
 * among those who share a key, are 50, and every {@link #STRETCH} bits more double the odds.
 */
public final class Matcher {

    /** Evidence in bits at which a match is as likely as not. */
    static final double EVEN = 10;

    /** Bits that double the odds: neighbouring signs are not independent, so evidence is discounted. */
    static final double STRETCH = 3;

    /**
     * Many people are called the same: without any other sign a pair is neither proposed nor kept, as a base of 100,000
     * has a million of them.
     */
    static final int NAMES_ONLY = 45;

    private static final Set<Sign> NAMES = Set.of(Sign.GIVEN_NAME, Sign.FAMILY_NAME, Sign.SWAPPED_NAMES, Sign.NAME);
    private static final double ALIKE = 0.85;
    private static final double VERY_ALIKE = 0.92;
    private static final int SHORTEST_PREFIX = 3;
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");

    private Matcher() {}

    /** What the comparison found, parts as they were compared. */
    public record Result(int score, List<MatchPart> parts) {}

    public static Result compare(MatchFacts a, MatchFacts b) {
        List<MatchPart> parts = new ArrayList<>();
        if (a.kind() != b.kind()) {
            parts.add(new MatchPart(Sign.KIND, Verdict.DIFFERENT, -6));
        }
        same(parts, Sign.EXTERNAL_ID, a.externalId(), b.externalId());
        taxId(parts, a.taxId(), b.taxId());
        names(parts, a, b);
        born(parts, a.born(), b.born());
        emails(parts, a.emails(), b.emails());
        phones(parts, a.phones(), b.phones());
        places(parts, a.places(), b.places());
        int score = score(parts.stream().mapToDouble(MatchPart::weight).sum());
        boolean namesOnly = parts.stream().filter(MatchPart::speaksFor).allMatch(part -> NAMES.contains(part.sign()));
        return new Result(namesOnly ? Math.min(score, NAMES_ONLY) : score, List.copyOf(parts));
    }

    static int score(double evidence) {
        return (int) Math.round(100 / (1 + Math.pow(2, (EVEN - evidence) / STRETCH)));
    }

    private static void same(List<MatchPart> parts, Sign sign, String a, String b) {
        // Numbers of the same source system differ for two records of one customer as well: that says nothing.
        if (!a.isEmpty() && a.equals(b)) {
            parts.add(new MatchPart(sign, Verdict.SAME, 30));
        }
    }

    private static void taxId(List<MatchPart> parts, String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        if (a.equals(b)) {
            parts.add(new MatchPart(Sign.TAX_ID, Verdict.SAME, 24));
        } else if (Likeness.oneSlip(a, b)) {
            parts.add(new MatchPart(Sign.TAX_ID, Verdict.ALIKE, 9));
        } else {
            parts.add(new MatchPart(Sign.TAX_ID, Verdict.DIFFERENT, -5));
        }
    }

    private static void names(List<MatchPart> parts, MatchFacts a, MatchFacts b) {
        if (!a.isPerson() || !b.isPerson()) {
            String one = (a.given().text() + ' ' + a.family().text()).strip();
            String other = (b.given().text() + ' ' + b.family().text()).strip();
            add(parts, wholeName(one, other));
            return;
        }
        List<MatchPart> straight = new ArrayList<>();
        add(straight, name(Sign.GIVEN_NAME, a.given(), b.given(), 6.5, -3.5));
        add(straight, name(Sign.FAMILY_NAME, a.family(), b.family(), 8, -3.5));
        MatchPart swapped = swapped(a, b);
        if (swapped != null && swapped.weight() > sum(straight)) {
            parts.add(swapped);
        } else {
            parts.addAll(straight);
        }
    }

    private static MatchPart swapped(MatchFacts a, MatchFacts b) {
        MatchPart one = name(Sign.SWAPPED_NAMES, a.given(), b.family(), 7, -4);
        MatchPart other = name(Sign.SWAPPED_NAMES, a.family(), b.given(), 7, -4);
        if (one == null && other == null) {
            return null;
        }
        double weight = (one == null ? 0 : one.weight()) + (other == null ? 0 : other.weight()) - 2;
        boolean same =
                (one == null || one.verdict() == Verdict.SAME) && (other == null || other.verdict() == Verdict.SAME);
        return weight <= 0 ? null : new MatchPart(Sign.SWAPPED_NAMES, same ? Verdict.SAME : Verdict.ALIKE, weight);
    }

    private static MatchPart name(
            Sign sign, MatchFacts.Name one, MatchFacts.Name other, double same, double different) {
        if (one.isEmpty() || other.isEmpty()) {
            return null;
        }
        String a = one.text();
        String b = other.text();
        if (a.equals(b)) {
            return new MatchPart(sign, Verdict.SAME, same);
        }
        double alike = Likeness.jaroWinkler(a, b);
        if (alike >= VERY_ALIKE || Likeness.oneSlip(a, b) || sameWords(a, b)) {
            return new MatchPart(sign, Verdict.ALIKE, same * 0.75);
        }
        if (alike >= ALIKE || shortened(a, b) || one.sound().equals(other.sound())) {
            return new MatchPart(sign, Verdict.ALIKE, same * 0.45);
        }
        return new MatchPart(sign, Verdict.DIFFERENT, different);
    }

    /** "Rob" for "Robert", "Ana" for "Ana Maria". */
    private static boolean shortened(String a, String b) {
        String shorter = a.length() < b.length() ? a : b;
        String longer = a.length() < b.length() ? b : a;
        return shorter.length() >= SHORTEST_PREFIX && longer.startsWith(shorter);
    }

    private static boolean sameWords(String a, String b) {
        return a.replace(" ", "").equals(b.replace(" ", ""));
    }

    /** Names of organisations: words in any order, most of them alike. */
    private static MatchPart wholeName(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return null;
        }
        Set<String> one = words(a);
        Set<String> other = words(b);
        if (one.equals(other) || sameWords(a, b)) {
            return new MatchPart(Sign.NAME, Verdict.SAME, 11);
        }
        long common = one.stream().filter(other::contains).count();
        boolean contained = common >= 2 && common == Math.min(one.size(), other.size());
        if (contained || Likeness.jaroWinkler(a, b) >= VERY_ALIKE) {
            return new MatchPart(Sign.NAME, Verdict.ALIKE, 6);
        }
        return new MatchPart(Sign.NAME, Verdict.DIFFERENT, -5);
    }

    private static Set<String> words(String text) {
        return new java.util.HashSet<>(List.of(text.split(" ")));
    }

    private static void born(List<MatchPart> parts, String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        if (a.equals(b)) {
            parts.add(new MatchPart(Sign.BIRTH_DATE, Verdict.SAME, 12));
        } else if (nearDates(a, b)) {
            parts.add(new MatchPart(Sign.BIRTH_DATE, Verdict.ALIKE, 5));
        } else {
            parts.add(new MatchPart(Sign.BIRTH_DATE, Verdict.DIFFERENT, -4));
        }
    }

    /** One digit off, two of three parts the same, or day and month in the other order. */
    private static boolean nearDates(String a, String b) {
        int same = 0;
        same += a.regionMatches(0, b, 0, 4) ? 1 : 0;
        same += a.regionMatches(4, b, 4, 2) ? 1 : 0;
        same += a.regionMatches(6, b, 6, 2) ? 1 : 0;
        boolean turned = a.regionMatches(0, b, 0, 4) && a.regionMatches(4, b, 6, 2) && a.regionMatches(6, b, 4, 2);
        return same == 2 || turned || Likeness.oneSlip(a, b);
    }

    private static void emails(List<MatchPart> parts, Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        double best = best(a, b, Matcher::emailLikeness);
        if (best == 1) {
            parts.add(new MatchPart(Sign.EMAIL, Verdict.SAME, 17));
        } else if (best >= 0.5) {
            parts.add(new MatchPart(Sign.EMAIL, Verdict.ALIKE, 7));
        } else {
            parts.add(new MatchPart(Sign.EMAIL, Verdict.DIFFERENT, -1));
        }
    }

    private static double emailLikeness(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        String one = mailbox(a);
        String other = mailbox(b);
        if (!digits(one).equals(digits(other))) {
            // ana.silva21 and ana.silva97: the number is what tells namesakes apart.
            return 0;
        }
        boolean sameBox = one.length() >= 6 && one.equals(other);
        boolean slip = one.length() >= 6 && (Likeness.oneSlip(a, b) || Likeness.jaroWinkler(a, b) >= 0.94);
        return sameBox || slip ? 0.5 : 0;
    }

    private static String digits(String text) {
        return NO_DIGITS.matcher(text).replaceAll("");
    }

    private static String mailbox(String email) {
        int at = email.lastIndexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    private static void phones(List<MatchPart> parts, Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        boolean same = a.stream().anyMatch(b::contains);
        parts.add(new MatchPart(Sign.PHONE, same ? Verdict.SAME : Verdict.DIFFERENT, same ? 14 : -1));
    }

    /** The two addresses that fit best count; at most 12 bits, for a street lies in one city and one postal area. */
    private static void places(List<MatchPart> parts, List<MatchFacts.Place> a, List<MatchFacts.Place> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        double best = Double.NEGATIVE_INFINITY;
        boolean onlyCity = true;
        for (MatchFacts.Place one : a) {
            for (MatchFacts.Place other : b) {
                double weight = place(one, other);
                if (weight > best) {
                    best = weight;
                    onlyCity = (one.street() + one.postalCode()).isEmpty()
                            || (other.street() + other.postalCode()).isEmpty();
                }
            }
        }
        best = Math.min(best, 12);
        Verdict verdict = best >= (onlyCity ? 3 : 8) ? Verdict.SAME : best > 0 ? Verdict.ALIKE : Verdict.DIFFERENT;
        parts.add(new MatchPart(onlyCity ? Sign.CITY : Sign.ADDRESS, verdict, best));
    }

    private static double place(MatchFacts.Place a, MatchFacts.Place b) {
        return part(a.street(), b.street(), 6, -1.5)
                + part(a.number(), b.number(), 4, -1)
                + part(a.postalCode(), b.postalCode(), 5, -1.5)
                + part(a.city(), b.city(), 3.5, -1);
    }

    private static double part(String a, String b, double same, double different) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (a.equals(b)) {
            return same;
        }
        if (a.replace(" ", "").equals(b.replace(" ", ""))
                || Likeness.oneSlip(a, b)
                || Likeness.jaroWinkler(a, b) >= VERY_ALIKE) {
            return same * 0.6;
        }
        return different;
    }

    private static double best(Set<String> a, Set<String> b, ToDoubleBiFunction<String, String> likeness) {
        return a.stream()
                .flatMapToDouble(one -> b.stream().mapToDouble(other -> likeness.applyAsDouble(one, other)))
                .max()
                .orElse(0);
    }

    private static double sum(List<MatchPart> parts) {
        return parts.stream().mapToDouble(MatchPart::weight).sum();
    }

    private static void add(List<MatchPart> parts, MatchPart part) {
        if (part != null) {
            parts.add(part);
        }
    }
}
