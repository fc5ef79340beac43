package org.vinculo.crm.demo.internal.story;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/** Where a customer lives: names, places, language and money of a country. */
enum Culture implements Dice.Weighted {
    BR("pt-BR", "BRL", "1", 44),
    PT("pt-BR", "EUR", "0.19", 9),
    ES("es", "EUR", "0.19", 15),
    MX("es", "MXN", "3.40", 10),
    GB("en", "GBP", "0.165", 12),
    US("en", "USD", "0.205", 10);

    private final String language;
    private final String currency;
    private final BigDecimal priceFactor;
    private final int weight;
    private final WordList words = WordList.read(name());
    private final List<Place> places =
            words.rows("cities").stream().map(row -> place(row)).toList();

    Culture(String language, String currency, String priceFactor, int weight) {
        this.language = language;
        this.currency = currency;
        this.priceFactor = new BigDecimal(priceFactor);
        this.weight = weight;
    }

    /** A town with the pattern of its postal codes and its telephone area. */
    record Place(String city, String region, String postalCode, String area, ZoneId zone, int weight)
            implements Dice.Weighted {}

    private static Place place(String[] row) {
        return new Place(row[0], row[1], row[2], row[3], ZoneId.of(row[4]), Integer.parseInt(row[5]));
    }

    /** Language tag of those the product speaks. */
    String language() {
        return language;
    }

    /** The part of the language tag that names files of sentences. */
    String tongue() {
        return language.substring(0, 2);
    }

    String currency() {
        return currency;
    }

    BigDecimal priceFactor() {
        return priceFactor;
    }

    List<Place> places() {
        return places;
    }

    Place place(String city) {
        return places.stream()
                .filter(place -> place.city().equals(city))
                .findFirst()
                .orElseThrow();
    }

    List<String> words(String section) {
        return words.words(section);
    }

    @Override
    public int weight() {
        return weight;
    }
}
