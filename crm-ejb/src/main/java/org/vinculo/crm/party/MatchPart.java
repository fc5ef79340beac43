package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One sentence of why two customers look alike, or not.
 *
 * @param sign what was compared
 * @param verdict how it compares
 * @param weight evidence in bits: how much more often this is seen among two records of one customer than among two
 *     different customers, as a logarithm to base 2; negative speaks against
 */
public record MatchPart(Sign sign, Verdict verdict, double weight) implements Serializable {

    /** What is compared. */
    public enum Sign {
        EXTERNAL_ID,
        TAX_ID,
        EMAIL,
        PHONE,
        GIVEN_NAME,
        FAMILY_NAME,
        NAME,
        SWAPPED_NAMES,
        BIRTH_DATE,
        ADDRESS,
        CITY,
        KIND
    }

    /** How two values compare. */
    public enum Verdict {
        SAME,
        ALIKE,
        DIFFERENT
    }

    /** Key of the sentence. */
    public String textKey() {
        return "duplicates.part." + sign + '.' + verdict;
    }

    /** Whether it speaks for one customer. */
    public boolean speaksFor() {
        return weight > 0;
    }

    /** Parts as text to keep, the weightiest first: {@code EMAIL:SAME:13.0;...}. */
    public static String write(List<MatchPart> parts) {
        return parts.stream()
                .sorted(Comparator.comparingDouble((MatchPart part) -> Math.abs(part.weight()))
                        .reversed())
                .map(part -> String.format(Locale.ROOT, "%s:%s:%.1f", part.sign(), part.verdict(), part.weight()))
                .collect(Collectors.joining(";"));
    }

    /** The inverse of {@link #write}. */
    public static List<MatchPart> read(String text) {
        List<MatchPart> parts = new ArrayList<>();
        for (String part : text.split(";")) {
            String[] values = part.split(":");
            if (values.length == 3) {
                parts.add(new MatchPart(
                        Sign.valueOf(values[0]), Verdict.valueOf(values[1]), Double.parseDouble(values[2])));
            }
        }
        return parts;
    }
}
