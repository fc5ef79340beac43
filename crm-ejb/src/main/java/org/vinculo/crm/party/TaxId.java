package org.vinculo.crm.party;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A tax number of Brazil (CPF, CNPJ), Portugal (NIF) or Spain (NIF, NIE, CIF) whose check digit is right, or any other
 * country's as it is.
 *
 * @param kind which sort
 * @param key letters and digits only, upper case, without a country prefix: the form that is compared
 */
public record TaxId(Kind kind, String key) {

    /** Sorts of tax numbers. */
    public enum Kind {
        CPF,
        CNPJ,
        NIF_PT,
        NIF_ES,
        NIE_ES,
        CIF_ES,
        OTHER
    }

    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^A-Z0-9]");
    private static final Pattern CPF = Pattern.compile("\\d{11}");
    private static final Pattern CNPJ = Pattern.compile("[A-Z0-9]{12}\\d{2}");
    private static final Pattern NIF_PT = Pattern.compile("[1235689]\\d{8}");
    private static final Pattern NIF_ES = Pattern.compile("(\\d{8}|[KLM]\\d{7})[A-Z]");
    private static final Pattern NIE_ES = Pattern.compile("[XYZ]\\d{7}[A-Z]");
    private static final Pattern CIF_ES = Pattern.compile("[ABCDEFGHJNPQRSUVW]\\d{7}[0-9A-J]");
    private static final Pattern OTHER = Pattern.compile("[A-Z0-9]{4,30}");
    private static final String NIF_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String CIF_LETTERS = "JABCDEFGHI";
    private static final String CIF_LETTER_ONLY = "NPQRSW";
    private static final String CIF_DIGIT_ONLY = "ABEH";

    /** The comparable form of whatever was typed: letters and digits, upper case. */
    public static String key(String text) {
        return text == null
                ? ""
                : NOT_ALPHANUMERIC.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
    }

    /**
     * Reads a number by the rules of a country.
     *
     * @param country ISO code; for null or a country whose rules are not known, any sort that fits is recognised and
     *     the rest accepted as it is
     * @return empty when the country's check digit does not fit, or the text cannot be a number at all
     */
    public static Optional<TaxId> read(String text, String country) {
        String key = key(text);
        return switch (country == null ? "" : country) {
            case "BR" -> brazilian(key);
            case "PT" -> portuguese(withoutPrefix(key, "PT"));
            case "ES" -> spanish(withoutPrefix(key, "ES"));
            default -> elsewhere(key, country == null);
        };
    }

    /** The number as people of its country write it. */
    public String display() {
        return switch (kind) {
            case CPF ->
                key.substring(0, 3) + "." + key.substring(3, 6) + "." + key.substring(6, 9) + "-" + key.substring(9);
            case CNPJ ->
                key.substring(0, 2) + "." + key.substring(2, 5) + "." + key.substring(5, 8) + "/" + key.substring(8, 12)
                        + "-" + key.substring(12);
            case NIF_PT -> key.substring(0, 3) + " " + key.substring(3, 6) + " " + key.substring(6);
            case NIF_ES, NIE_ES, CIF_ES, OTHER -> key;
        };
    }

    private static Optional<TaxId> elsewhere(String key, boolean guess) {
        Optional<TaxId> known =
                guess ? brazilian(key).or(() -> portuguese(key)).or(() -> spanish(key)) : Optional.empty();
        return known.isPresent() || !OTHER.matcher(key).matches() ? known : Optional.of(new TaxId(Kind.OTHER, key));
    }

    private static Optional<TaxId> brazilian(String key) {
        if (CPF.matcher(key).matches() && !allSame(key) && brazilianDigits(key, 9, 11)) {
            return Optional.of(new TaxId(Kind.CPF, key));
        }
        if (CNPJ.matcher(key).matches() && !allSame(key) && brazilianDigits(key, 12, 9)) {
            return Optional.of(new TaxId(Kind.CNPJ, key));
        }
        return Optional.empty();
    }

    /**
     * Modulo 11 twice, weights from 2 upwards from the right up to {@code maxWeight}; characters count as their code
     * minus 48, which for digits is the digit and for letters what Receita Federal laid down for the CNPJ of 2026.
     */
    private static boolean brazilianDigits(String key, int base, int maxWeight) {
        for (int length = base; length < base + 2; length++) {
            int sum = 0;
            int weight = 2;
            for (int i = length - 1; i >= 0; i--) {
                sum += (key.charAt(i) - '0') * weight;
                weight = weight == maxWeight ? 2 : weight + 1;
            }
            int digit = sum % 11 < 2 ? 0 : 11 - sum % 11;
            if (key.charAt(length) - '0' != digit) {
                return false;
            }
        }
        return true;
    }

    private static Optional<TaxId> portuguese(String key) {
        if (!NIF_PT.matcher(key).matches()) {
            return Optional.empty();
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (key.charAt(i) - '0') * (9 - i);
        }
        int digit = sum % 11 < 2 ? 0 : 11 - sum % 11;
        return key.charAt(8) - '0' == digit ? Optional.of(new TaxId(Kind.NIF_PT, key)) : Optional.empty();
    }

    private static Optional<TaxId> spanish(String key) {
        if (NIF_ES.matcher(key).matches()) {
            String number = Character.isDigit(key.charAt(0)) ? key.substring(0, 8) : key.substring(1, 8);
            return letterFits(key, number) ? Optional.of(new TaxId(Kind.NIF_ES, key)) : Optional.empty();
        }
        if (NIE_ES.matcher(key).matches()) {
            String number = "XYZ".indexOf(key.charAt(0)) + key.substring(1, 8);
            return letterFits(key, number) ? Optional.of(new TaxId(Kind.NIE_ES, key)) : Optional.empty();
        }
        return CIF_ES.matcher(key).matches() && cifFits(key)
                ? Optional.of(new TaxId(Kind.CIF_ES, key))
                : Optional.empty();
    }

    private static boolean letterFits(String key, String number) {
        return key.charAt(8) == NIF_LETTERS.charAt(Integer.parseInt(number) % 23);
    }

    private static boolean cifFits(String key) {
        int sum = 0;
        for (int i = 1; i <= 7; i++) {
            int digit = key.charAt(i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled / 10 + doubled % 10;
        }
        int control = (10 - sum % 10) % 10;
        char last = key.charAt(8);
        boolean digitFits = last == '0' + control && CIF_LETTER_ONLY.indexOf(key.charAt(0)) < 0;
        boolean letterFits = last == CIF_LETTERS.charAt(control) && CIF_DIGIT_ONLY.indexOf(key.charAt(0)) < 0;
        return digitFits || letterFits;
    }

    private static String withoutPrefix(String key, String prefix) {
        return key.startsWith(prefix) && key.length() > 9 ? key.substring(2) : key;
    }

    private static boolean allSame(String key) {
        return key.chars().distinct().count() == 1;
    }
}
