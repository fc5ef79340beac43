package org.vinculo.crm.party.internal;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.party.TaxId;
import org.vinculo.crm.party.entity.ContactPoint;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.shared.Normal;

/**
 * The words under which a customer is found, and the words that a search asks for. A search word finds every word that
 * it begins; so telephone numbers are kept with several beginnings.
 */
public final class SearchTokens {

    static final int LENGTH = 60;
    static final int MOST_WORDS = 6;
    private static final int LONGEST_QUERY = 200;
    private static final int SHORTEST_TAIL = 3;
    private static final int MOST_WORDS_OF_CODE = 8;
    private static final int FEWEST_DIGITS = 6;
    /** Of a number in a document: fewer digits are in too many of them. */
    private static final int SHORTEST_PART = 4;

    private static final int MOST_PLACES = 12;
    private static final int SHORTEST_WORD = 2;
    private static final int MOST_WORDS_OF_TEXT = 60;
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{5,}");
    private static final Pattern DIGITS_ONLY = Pattern.compile("[\\d\\s+().\\-/]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("\\+?[\\d().\\-/]*\\d[\\d().\\-/]*");

    private SearchTokens() {}

    /** Every word under which the customer is found. */
    public static Set<String> of(Customer customer) {
        Set<String> tokens = new LinkedHashSet<>(Normal.tokens(customer.getDisplayName()));
        addCode(tokens, customer.getExternalId());
        if (customer.getTaxIdKey() != null) {
            addCode(tokens, customer.getTaxIdKey());
        }
        for (ContactPoint point : customer.getContactPoints()) {
            if (point.getType() == ContactPointType.EMAIL) {
                addEmail(tokens, point.getNormalValue());
            } else if (point.getType() == ContactPointType.PHONE) {
                addPhone(tokens, point.getNormalValue());
            } else if (point.getType() != ContactPointType.POSTAL) {
                addCode(tokens, point.getNormalValue());
            }
        }
        return cut(tokens);
    }

    private static Set<String> cut(Set<String> tokens) {
        Set<String> cut = new LinkedHashSet<>();
        tokens.forEach(token -> cut.add(cut(token)));
        cut.remove("");
        return cut;
    }

    /** The beginnings that a search asks for; longest first, since longer ones are rarer. */
    public static List<String> wanted(String query) {
        if (query == null) {
            return List.of();
        }
        Set<String> words = new LinkedHashSet<>();
        String asked =
                query.substring(0, Math.min(query.length(), LONGEST_QUERY)).strip();
        if (DIGITS_ONLY.matcher(asked).matches() && Normal.digits(asked).length() >= FEWEST_DIGITS) {
            return List.of(cut(Normal.digits(asked)));
        }
        for (String word : BLANKS.split(asked)) {
            if (NUMBER.matcher(word).matches()) {
                words.add(Normal.digits(word));
            } else if (word.indexOf('@') >= 0) {
                words.add(withoutLeadingAt(Normal.email(word)));
            } else {
                words.addAll(Normal.tokens(word));
            }
        }
        words.remove("");
        return words.stream()
                .map(SearchTokens::cut)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_WORDS)
                .toList();
    }

    /**
     * As {@link #wanted}, for records that are found by their words: what is in nearly every text and single letters are
     * left out, unless nothing else is asked for.
     */
    static List<String> wantedWords(String query) {
        List<String> all = wanted(query);
        List<String> telling = all.stream().filter(SearchTokens::isTelling).toList();
        return telling.isEmpty() ? all : telling;
    }

    private static boolean isTelling(String word) {
        return word.length() >= SHORTEST_WORD && !StopWords.has(word);
    }

    /** The first telling words of what somebody wrote, so that a long text costs no more than a page. */
    public static Set<String> ofWords(List<String> texts) {
        Set<String> words = texts.stream()
                .flatMap(text -> Normal.tokens(text).stream())
                .filter(SearchTokens::isTelling)
                .distinct()
                .limit(MOST_WORDS_OF_TEXT)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return cut(words);
    }

    /** The first word that no longer begins with the given one, in the order of code points. */
    static String after(String prefix) {
        int last = prefix.length() - 1;
        return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }

    /**
     * What a document, reference or subject is found by: from each of its words on, so that "INV-2026-0042" is found by
     * 2026-0042 and by 0042, and within a long number from each digit on, so that 00012345 is found by 1234.
     */
    public static Set<String> ofTexts(List<String> texts) {
        Set<String> tokens = new LinkedHashSet<>();
        texts.forEach(text -> {
            addCode(tokens, text);
            addDigits(tokens, text);
        });
        return withoutBeginnings(cut(tokens));
    }

    /** What begins another token is found by that one. */
    private static Set<String> withoutBeginnings(Set<String> tokens) {
        Set<String> kept = new LinkedHashSet<>(tokens);
        String before = null;
        for (String token : new TreeSet<>(tokens)) {
            if (before != null && token.startsWith(before)) {
                kept.remove(before);
            }
            before = token;
        }
        return kept;
    }

    private static void addCode(Set<String> tokens, String code) {
        if (code == null) {
            return;
        }
        tokens.add(TaxId.key(code).toLowerCase(java.util.Locale.ROOT));
        List<String> words = List.copyOf(Normal.tokens(code));
        for (int i = 0; i < Math.min(MOST_WORDS_OF_CODE, words.size()); i++) {
            tokens.add(String.join("", words.subList(i, words.size())));
        }
        tokens.addAll(words);
    }

    private static void addDigits(Set<String> tokens, String text) {
        Matcher numbers = LONG_NUMBER.matcher(text == null ? "" : text);
        int places = 0;
        while (numbers.find()) {
            String digits = numbers.group();
            for (int from = 1; from <= digits.length() - SHORTEST_PART && places < MOST_PLACES; from++) {
                tokens.add(digits.substring(from));
                places++;
            }
        }
    }

    /** From each word of the address on: "souza@example" is the beginning of one. */
    private static void addEmail(Set<String> tokens, String address) {
        tokens.add(address);
        int at = address.lastIndexOf('@');
        tokens.addAll(Normal.tokens(address.substring(0, at)));
        for (int i = 1; i < address.length(); i++) {
            boolean begins =
                    !Character.isLetterOrDigit(address.charAt(i - 1)) && Character.isLetterOrDigit(address.charAt(i));
            if (begins && (i <= at || address.indexOf('.', i) > 0)) {
                tokens.add(address.substring(i));
            }
        }
    }

    /** From each digit on, so that a part of the number finds it wherever it stands. */
    private static void addPhone(Set<String> tokens, String e164) {
        String digits = Normal.digits(e164);
        tokens.add(digits);
        tokens.add(PhoneNumbers.national(e164));
        for (int from = 1; from <= digits.length() - SHORTEST_TAIL; from++) {
            tokens.add(digits.substring(from));
        }
    }

    private static String withoutLeadingAt(String word) {
        return word.startsWith("@") ? word.substring(1) : word;
    }

    /** Cut between characters, so that no half of a surrogate pair is left behind. */
    private static String cut(String token) {
        if (token.length() <= LENGTH) {
            return token;
        }
        int end = Character.isHighSurrogate(token.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
        return token.substring(0, end);
    }
}
