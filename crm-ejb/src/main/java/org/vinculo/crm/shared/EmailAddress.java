package org.vinculo.crm.shared;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** E-mail addresses as they are stored and compared: mail can reach them and no header can be hidden in them. */
public final class EmailAddress {

    private static final int LONGEST = 254;
    /** Only countries have mail servers at the top; any other single word is an address that was cut off. */
    private static final Set<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> code.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<UnicodeScript> LOOK_ALIKE = Set.of(
            UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE);

    private static final int LONGEST_LOCAL = 64;
    private static final String ATOM = "[^\\s@\"(),.:;<>\\[\\]\\\\\\p{Cntrl}]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[ -~&&[^\"\\\\]]|\\\\[ -~])*\"");
    private static final Pattern IPV4 =
            Pattern.compile("\\[(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!\\])|(?=\\]))){4}\\]");
    private static final Pattern IPV6 = Pattern.compile("\\[ipv6:(?=[^\\]]*:[^\\]]*:)[0-9a-f:.]{2,45}\\]");
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}.-]+");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private EmailAddress() {}

    /** The address in lower case; empty when no mail could ever arrive there. */
    public static Optional<String> normal(String typed) {
        String address = Normal.email(typed);
        if (address == null || address.length() > LONGEST || hasControls(typed)) {
            return Optional.empty();
        }
        int at = address.lastIndexOf('@');
        if (at <= 0
                || at > LONGEST_LOCAL
                || !isLocal(address.substring(0, at))
                || isAnotherName(Normal.address(typed))) {
            return Optional.empty();
        }
        String domain = address.substring(at + 1);
        if (isDisguised(address.substring(0, at))
                || Arrays.stream(domain.split("\\.")).anyMatch(EmailAddress::isDisguised)) {
            return Optional.empty();
        }
        return isDomain(domain) || isLiteral(domain) ? Optional.of(address) : Optional.empty();
    }

    /** The address in lower case. @throws InvalidInput when no mail could ever arrive there */
    public static String require(String field, String typed) {
        return normal(typed).orElseThrow(() -> InvalidInput.field(field, "email"));
    }

    /**
     * The address as a mail server is told it: the letters that {@link #normal} compares, as they were typed, and the
     * domain as the directory of names knows it. Empty when on the way it would become the address of somebody else.
     */
    public static Optional<String> written(String typed) {
        String address = Normal.address(typed);
        if (address == null || isAnotherName(address)) {
            return Optional.empty();
        }
        int at = address.lastIndexOf('@');
        return ascii(address.substring(at + 1)).map(domain -> address.substring(0, at + 1) + domain);
    }

    /** Whether there is no part before the @, or it is compared as something else than it is: as when a small raised i counts as i. */
    private static boolean isAnotherName(String address) {
        int at = address.lastIndexOf('@');
        return at <= 0
                || !Normalizer.isNormalized(address.substring(0, at), Normalizer.Form.NFKC)
                || Normalizer.normalize(address.substring(at + 1), Normalizer.Form.NFKC)
                                .indexOf('@')
                        >= 0;
    }

    /**
     * The domain in the letters of the directory of names; empty when these stand for another domain, as strasse does for
     * straße in the only spelling that Java knows (RFC 3490).
     */
    private static Optional<String> ascii(String domain) {
        StringBuilder ascii = new StringBuilder();
        try {
            for (String label : domain.split("\\.", -1)) {
                String told = isAscii(label) ? label : IDN.toASCII(label);
                if (!isAscii(label) && !Normal.email(IDN.toUnicode(told)).equals(Normal.email(label))) {
                    return Optional.empty();
                }
                ascii.append(ascii.isEmpty() ? "" : ".").append(told);
            }
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
        return Optional.of(ascii.toString());
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 0x80);
    }

    /** Whether letters of scripts that look alike stand in one word, as when somebody wants to be taken for another. */
    private static boolean isDisguised(String word) {
        return word.codePoints()
                        .filter(Character::isLetter)
                        .mapToObj(UnicodeScript::of)
                        .filter(LOOK_ALIKE::contains)
                        .distinct()
                        .count()
                > 1;
    }

    /** A line break anywhere would end a header, also one at the end that is not compared. */
    private static boolean hasControls(String typed) {
        return typed.indexOf('\r') >= 0
                || typed.indexOf('\n') >= 0
                || typed.strip().chars().anyMatch(Character::isISOControl);
    }

    private static boolean isLocal(String local) {
        return LOCAL.matcher(local).matches() || QUOTED.matcher(local).matches();
    }

    /** The number of a host in brackets, as RFC 5321 allows instead of its name. */
    private static boolean isLiteral(String domain) {
        return IPV4.matcher(domain).matches() || IPV6.matcher(domain).matches();
    }

    private static boolean isDomain(String domain) {
        if (!DOMAIN.matcher(domain).matches()) {
            return false;
        }
        String ascii = ascii(domain).orElse("");
        String[] labels = ascii.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return labels.length >= 2 || COUNTRIES.contains(ascii);
    }
}
