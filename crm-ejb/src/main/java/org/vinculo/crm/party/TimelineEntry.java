package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened with a customer.
 *
 * @param at when
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
}
