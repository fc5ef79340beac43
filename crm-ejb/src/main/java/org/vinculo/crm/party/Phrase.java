package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.List;

/**
 * A text whose words are chosen when it is shown: a message key with arguments, or a literal out of the data.
 *
 * <p>Arguments may be numbers, text, another phrase, {@link org.vinculo.crm.shared.Money}, an {@link
 * java.time.Instant}, a {@link java.time.LocalDate}, a {@link java.time.Duration} or a {@link java.util.Locale} (a
 * language, or a country when it has none); {@link Phrases} writes each the reader's way.
 *
 * @param key message key, or null for a literal
 * @param args arguments; the only one is the value when there is no key
 */
public record Phrase(String key, List<Serializable> args) implements Serializable {

    public Phrase {
        args = List.copyOf(args);
    }

    public static Phrase of(String key, Serializable... args) {
        return new Phrase(key, List.of(args));
    }

    /** The value itself: text of the customer, a number, an amount, a moment. */
    public static Phrase value(Serializable value) {
        return new Phrase(null, List.of(value));
    }
}
