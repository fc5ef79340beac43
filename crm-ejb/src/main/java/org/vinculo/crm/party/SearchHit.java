package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * Something that was found.
 *
 * @param title what it is called
 * @param note what tells it from others of the same name, or null
 * @param outcome page that shows it, such as {@code /customers/view}
 * @param publicId its id in the address of that page
 */
public record SearchHit(Phrase title, Phrase note, String outcome, String publicId) implements Serializable {

    /** A note of several parts, of which those that are null are left out. */
    public static Phrase note(Serializable... parts) {
        return Arrays.stream(parts)
                .filter(Objects::nonNull)
                .map(part -> part instanceof Phrase phrase ? phrase : Phrase.value(part))
                .reduce((one, other) -> Phrase.of("search.and", one, other))
                .orElse(null);
    }
}
