package org.vinculo.crm.exchange.internal.contact;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A postal address of a contact, and how several of them are written into one cell: one a line, the parts between bars.
 *
 * @param extra flat, building, post box
 * @param district part of the city
 * @param country name or code
 */
public record ContactAddress(
        String street, String extra, String district, String city, String region, String postalCode, String country) {

    private static final int PARTS = 7;

    /** The addresses of a cell; what has fewer parts than usual is taken from the start. */
    public static ContactAddress read(String line) {
        String[] parts = Arrays.copyOf(line.split("\\|", -1), PARTS);
        for (int i = 0; i < PARTS; i++) {
            parts[i] = parts[i] == null || parts[i].isBlank() ? null : parts[i].strip();
        }
        return new ContactAddress(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);
    }

    /** One line of a cell of addresses. */
    public String write() {
        return Arrays.stream(new String[] {street, extra, district, city, region, postalCode, country})
                .map(part -> part == null ? "" : Lines.joined(part.replace('|', '/')))
                .collect(Collectors.joining(" | "));
    }

    public boolean isBlank() {
        return Arrays.stream(new String[] {street, extra, district, city, region, postalCode, country})
                .allMatch(part -> part == null || part.isBlank());
    }

    /** As people write it. */
    public String line() {
        return Arrays.stream(new String[] {street, extra, district, city, region, postalCode, country})
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .map(Lines::joined)
                .collect(Collectors.joining(", "));
    }
}
