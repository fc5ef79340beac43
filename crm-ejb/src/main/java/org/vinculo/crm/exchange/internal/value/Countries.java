package org.vinculo.crm.exchange.internal.value;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.shared.Normal;

/** Country codes for the names that people write, in English, Portuguese and Spanish, one slip of the pen forgiven. */
public final class Countries {

    private static final Map<String, String> CODES = codes();

    private Countries() {}

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            codes.put(Normal.fold(code), code);
            codes.put(Normal.fold(country.getISO3Country()), code);
            for (String language : new String[] {"en", "pt", "es"}) {
                codes.putIfAbsent(Normal.fold(country.getDisplayCountry(Locale.forLanguageTag(language))), code);
            }
        }
        String[][] usual = {
            {"usa", "US"},
            {"u s a", "US"},
            {"united states of america", "US"},
            {"eua", "US"},
            {"ee uu", "US"},
            {"eeuu", "US"},
            {"uk", "GB"},
            {"great britain", "GB"},
            {"england", "GB"},
            {"scotland", "GB"},
            {"inglaterra", "GB"},
            {"korea", "KR"},
            {"south korea", "KR"},
            {"russia", "RU"},
            {"holland", "NL"},
            {"holanda", "NL"},
            {"eire", "IE"},
            {"rsa", "ZA"},
            {"uae", "AE"},
            {"czech republic", "CZ"},
            {"brasil", "BR"}
        };
        for (String[] name : usual) {
            codes.put(name[0], name[1]);
        }
        codes.remove("");
        return Map.copyOf(codes);
    }

    /** The ISO code of a country given by code or name. */
    public static Optional<String> find(String text) {
        String folded = Normal.fold(text);
        String code = CODES.get(folded);
        if (code != null || folded.length() < 6 || folded.length() > 60) {
            return Optional.ofNullable(code);
        }
        return CODES.entrySet().stream()
                .filter(entry -> isOneSlipAway(folded, entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst();
    }

    /** One letter added, left out or exchanged. */
    static boolean isOneSlipAway(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1 || b.length() < 6) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        return Math.max(a.length(), b.length()) - start - end <= 1;
    }
}
