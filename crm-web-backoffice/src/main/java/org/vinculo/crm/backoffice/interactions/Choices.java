package org.vinculo.crm.backoffice.interactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.interaction.Sentiment;
import org.vinculo.crm.interaction.Visibility;
import org.vinculo.crm.party.Channel;

/** What a conversation can be said to be, for the forms. */
@Named("talkChoices")
@ApplicationScoped
public class Choices {

    public Channel[] getChannels() {
        return Channel.values();
    }

    public Direction[] getDirections() {
        return Direction.values();
    }

    public Purpose[] getPurposes() {
        return Purpose.values();
    }

    public Outcome[] getOutcomes() {
        return Outcome.values();
    }

    public Sentiment[] getSentiments() {
        return Sentiment.values();
    }

    public Visibility[] getVisibilities() {
        return Visibility.values();
    }

    /** The icon of a channel. */
    public String icon(Channel channel) {
        return switch (channel) {
            case EMAIL, POST -> "mail";
            case PHONE -> "phone";
            case SMS -> "sms";
            case WHATSAPP -> "wa";
            case CHAT -> "chat";
            case PORTAL, WEB -> "globe";
            case SOCIAL, PARTNER -> "users";
            case VISIT -> "user";
            case POS -> "sales";
        };
    }
}
