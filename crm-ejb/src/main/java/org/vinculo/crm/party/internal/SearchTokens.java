package org.vinculo.crm.party.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final int[] PHONE_TAILS = {9, 8, 6, 4};
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
        for (String word : BLANKS.split(
                query.substring(0, Math.min(query.length(), LONGEST_QUERY)).strip())) {
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

    /** The first word that no longer begins with the given one, in the order of code points. */
    static String after(String prefix) {
        int last = prefix.length() - 1;
        return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }

    /** A number or handle as a whole, its words, and its digits when it has them: "AC-0042" is found by 0042. */
    private static void addCode(Set<String> tokens, String code) {
        if (code == null) {
            return;
        }
        tokens.add(TaxId.key(code).toLowerCase(java.util.Locale.ROOT));
        tokens.addAll(Normal.tokens(code));
    }

    private static void addEmail(Set<String> tokens, String address) {
        int at = address.lastIndexOf('@');
        tokens.add(address);
        tokens.add(address.substring(at + 1));
        tokens.addAll(Normal.tokens(address.substring(0, at)));
        String[] labels = address.substring(at + 1).split("\\.");
        Arrays.stream(labels).limit(Math.max(1, labels.length - 1)).forEach(tokens::add);
    }

    private static void addPhone(Set<String> tokens, String e164) {
        String digits = Normal.digits(e164);
        tokens.add(digits);
        tokens.add(PhoneNumbers.national(e164));
        for (int tail : PHONE_TAILS) {
            if (digits.length() > tail) {
                tokens.add(digits.substring(digits.length() - tail));
            }
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
