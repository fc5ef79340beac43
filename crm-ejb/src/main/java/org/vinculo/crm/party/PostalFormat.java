package org.vinculo.crm.party;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How addresses are written in a country: which parts there are, what the region is called and how the postal code
 * looks.
 */
public enum PostalFormat {
    BR("(\\d{5})-?(\\d{3})", "-", true, "state", "cep"),
    PT("(\\d{4})-?(\\d{3})", "-", false, "district", "postalCode"),
    ES("(\\d{3})(\\d{2})", "", false, "province", "postalCode"),
    OTHER("(.{0,20})()", "", false, "region", "postalCode");

    private final Pattern code;
    private final String separator;
    private final boolean neighbourhood;
    private final String regionLabel;
    private final String codeLabel;

    PostalFormat(String code, String separator, boolean neighbourhood, String regionLabel, String codeLabel) {
        this.code = Pattern.compile(code);
        this.separator = separator;
        this.neighbourhood = neighbourhood;
        this.regionLabel = regionLabel;
        this.codeLabel = codeLabel;
    }

    public static PostalFormat of(String country) {
        if (country == null) {
            return OTHER;
        }
        return switch (country.toUpperCase(Locale.ROOT)) {
            case "BR" -> BR;
            case "PT" -> PT;
            case "ES" -> ES;
            default -> OTHER;
        };
    }

    /** The postal code as the country writes it; empty when it cannot be one. */
    public Optional<String> code(String typed) {
        Matcher matcher = code.matcher(typed.replace(" ", ""));
        if (this == OTHER) {
            return typed.length() <= 20 ? Optional.of(typed.strip()) : Optional.empty();
        }
        return matcher.matches() ? Optional.of(matcher.group(1) + separator + matcher.group(2)) : Optional.empty();
    }

    /** Whether an address names its neighbourhood (bairro). */
    public boolean hasNeighbourhood() {
        return neighbourhood;
    }

    /** Key of the region's label, below {@code party.address.}. */
    public String regionLabel() {
        return regionLabel;
    }

    /** Key of the postal code's label, below {@code party.address.}. */
    public String codeLabel() {
        return codeLabel;
    }
}
