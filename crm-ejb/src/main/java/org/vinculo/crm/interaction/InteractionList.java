package org.vinculo.crm.interaction;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import org.vinculo.crm.party.Channel;

/**
 * What a list or a report of conversations is narrowed to; null means any.
 *
 * @param open only those of which nobody said what came out
 * @param staff public id of who took part
 * @param team public id
 * @param from first day, in the zone of the company
 * @param until last day
 * @param customer public id
 * @param text in the topic or the words; looked for in one year unless days or a customer are named
 * @param more filters of other rooms over customers, by name
 */
public record InteractionList(
        Channel channel,
        Direction direction,
        Purpose purpose,
        Outcome outcome,
        boolean open,
        String staff,
        String team,
        LocalDate from,
        LocalDate until,
        String customer,
        String text,
        Map<String, String> more)
        implements Serializable {

    public static final InteractionList ALL =
            new InteractionList(null, null, null, null, false, null, null, null, null, null, null, Map.of());

    public InteractionList {
        more = Map.copyOf(more);
    }

    public InteractionList ofCustomer(String publicId) {
        return new InteractionList(
                channel, direction, purpose, outcome, open, staff, team, from, until, publicId, text, more);
    }
}
