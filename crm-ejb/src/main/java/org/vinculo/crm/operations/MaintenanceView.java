package org.vinculo.crm.operations;

import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * Announced maintenance.
 *
 * @param texts what people read, by language tag; a language without a text gets the one of the product
 * @param closed whether only administrators may work between the two moments
 */
public record MaintenanceView(Map<String, String> texts, Instant from, Instant until, boolean closed)
        implements Serializable {

    public MaintenanceView {
        texts = Map.copyOf(texts);
    }

    /** What people of a language read, or null. */
    public String text(Locale locale) {
        return texts.get(locale.toLanguageTag());
    }

    public boolean isOver(Instant now) {
        return !until.isAfter(now);
    }

    /** Whether the doors are closed at a moment. */
    public boolean closes(Instant now) {
        return closed && !from.isAfter(now) && !isOver(now);
    }
}
