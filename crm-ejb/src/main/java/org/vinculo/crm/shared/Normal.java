package org.vinculo.crm.shared;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Normal forms under which names, addresses and numbers are compared, sorted and searched. */
public final class Normal {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern FLOAT_OF_INTEGER = Pattern.compile("\\d{1,18}\\.0");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern NOT_DIGIT = Pattern.compile("\\D+");

    private Normal() {}

    /** Compatibility form without accents, lower case, words separated by one blank; never null. */
    public static String fold(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String letters = plain.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("ł", "l");
        return NOT_WORD.matcher(letters).replaceAll(" ").strip();
    }

    /** The distinct words of {@link #fold}, in their order. */
    public static Set<String> tokens(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : fold(text).split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /**
     * An e-mail address as it is compared: composed, trimmed, lower case; null for null or blank. A control character, which
     * no address has and not every database takes, becomes one that equals nobody's.
     */
    public static String email(String address) {
        if (address == null || address.isBlank()) {
            return null;
        }
        String plain = CONTROL.matcher(address.strip()).replaceAll("\uFFFD");
        return Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /**
     * An e-mail address as it is kept and written to: composed, trimmed, in the letters of its owner; null for null or
     * blank. Whether it is one at all, and the one that {@link #email} compares, {@link EmailAddress} knows.
     */
    public static String address(String typed) {
        return typed == null || typed.isBlank() ? null : Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }

    /**
     * A reference to something in another system. A number column with gaps leaves spreadsheets and data tools as
     * 12583.0, which is the 12583 of everybody else.
     */
    public static String reference(String text) {
        return text != null && FLOAT_OF_INTEGER.matcher(text).matches() ? text.substring(0, text.length() - 2) : text;
    }

    /** Only the digits; never null. */
    public static String digits(String text) {
        return text == null ? "" : NOT_DIGIT.matcher(text).replaceAll("");
    }

    /** Trimmed, inner control characters removed, or null when nothing is left. */
    public static String line(String text) {
        if (text == null) {
            return null;
        }
        String clean = text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
        return clean.isEmpty() ? null : clean;
    }
}
