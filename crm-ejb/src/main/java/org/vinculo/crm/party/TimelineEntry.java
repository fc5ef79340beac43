package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Something that happened with a customer.
 *
 * @param at when; the start of the day when only the day is known
 * @param onlyDay the day when no time of it is known, else null
 * @param source the part it comes from, {@link Customer360Part#source()}
 * @param id internal id of the row, the last word of the order
 * @param publicId name of the row towards scripts, or null
 * @param type what it is for scripts, for example {@code interaction} or {@code purchase}
 * @param icon name of an icon of the sprite
 * @param tone of the icon
 * @param title one line
 * @param details further lines, muted
 * @param quote the customer's own words, or null
 * @param badge a word beside the title, or null
 * @param amount money that moved or what it cost, or null
 */
public record TimelineEntry(
        Instant at,
        LocalDate onlyDay,
        String source,
        long id,
        String publicId,
        String type,
        String icon,
        Tone tone,
        Phrase title,
        List<Phrase> details,
        String quote,
        Badge badge,
        Phrase amount)
        implements Serializable {

    public TimelineEntry {
        details = List.copyOf(details);
    }

    /** Something of which the moment is known. */
    public TimelineEntry(
            Instant at,
            String source,
            long id,
            String publicId,
            String type,
            String icon,
            Tone tone,
            Phrase title,
            List<Phrase> details,
            String quote,
            Badge badge,
            Phrase amount) {
        this(at, null, source, id, publicId, type, icon, tone, title, details, quote, badge, amount);
    }

    /** The day under which a reader finds it who lives in the zone. */
    public LocalDate day(ZoneId zone) {
        return onlyDay == null ? LocalDate.ofInstant(at, zone) : onlyDay;
    }

    /** The moment to show, or null when only the day is known. */
    public Instant time() {
        return onlyDay == null ? at : null;
    }
}
