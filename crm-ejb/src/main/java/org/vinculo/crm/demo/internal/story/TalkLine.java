package org.vinculo.crm.demo.internal.story;

import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.interaction.Sentiment;
import org.vinculo.crm.party.Channel;

/** Something that is said on an occasion, with places for a name and a product. */
record TalkLine(
        String occasion,
        String audience,
        List<Channel> channels,
        Direction direction,
        Purpose purpose,
        Outcome outcome,
        Sentiment sentiment,
        String topic,
        String body) {

    static TalkLine of(String[] row) {
        return new TalkLine(
                row[0],
                row[1],
                Arrays.stream(row[2].split(",")).map(Channel::valueOf).toList(),
                Direction.valueOf(row[3]),
                Purpose.valueOf(row[4]),
                Outcome.valueOf(row[5]),
                Sentiment.of(Integer.parseInt(row[6])),
                row[7],
                row[8]);
    }

    boolean fits(String wanted, Conversations.Speaker speaker) {
        return occasion.equals(wanted)
                && !audience.equals(speaker.profile().isBusiness() ? "HOME" : "BUSINESS")
                && channels.stream().anyMatch(speaker.channels()::contains);
    }
}
