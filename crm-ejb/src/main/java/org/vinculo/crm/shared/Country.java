package org.vinculo.crm.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of countries for people; what is stored are the codes of ISO 3166. */
public final class Country {

    private static final Set<String> CODES =
            Arrays.stream(Locale.getISOCountries()).collect(Collectors.toSet());

    private Country() {}

    /** The name in a language; a code that no country has is returned as it is, null as nothing. */
    public static String name(String code, Locale locale) {
        if (code == null || !CODES.contains(code)) {
            return code == null ? "" : code;
        }
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }

    /** An address in one line that ends in the code of its country, with the name instead. */
    public static String inAddress(String line, String code, Locale locale) {
        if (line == null || code == null || !line.endsWith(", " + code)) {
            return line;
        }
        return line.substring(0, line.length() - code.length()) + name(code, locale);
    }
}
