package org.vinculo.crm.consent;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything a customer can choose about being contacted, with what holds now.
 *
 * @param version of all of it together; 0 as long as nothing was ever chosen
 * @param ways addresses there are, one per channel
 * @param first channel of first choice, or null
 * @param second channel of second choice, or null
 * @param hours the hours named by the customer, or the usual ones
 * @param hoursNamed whether the customer named them
 * @param language language to write to the customer in
 * @param pausedUntil first day on which advertising may come again, or null
 * @param stoppedAt when all marketing was stopped, or null
 */
public record PreferenceSheet(
        long version,
        List<Way> ways,
        Channel first,
        Channel second,
        ContactHours hours,
        boolean hoursNamed,
        Locale language,
        Frequency frequency,
        LocalDate pausedUntil,
        Instant stoppedAt,
        List<PurposeChoice> purposes)
        implements Serializable {

    public PreferenceSheet {
        ways = List.copyOf(ways);
        purposes = List.copyOf(purposes);
    }

    public ZoneId zone() {
        return hours.zone();
    }

    public boolean isStopped() {
        return stoppedAt != null;
    }

    public Optional<Way> way(Channel channel) {
        return ways.stream().filter(way -> way.channel() == channel).findFirst();
    }

    /**
     * The address behind a channel.
     *
     * @param address as it is shown, or null when there is none
     * @param verifiedAt when the customer confirmed it, or null
     */
    public record Way(Channel channel, String address, AddressState state, Instant verifiedAt) implements Serializable {

        public boolean isUsable() {
            return state == AddressState.VERIFIED || state == AddressState.UNVERIFIED;
        }
    }

    /** A purpose with its wording in the reader's language and one choice per channel. */
    public record PurposeChoice(
            String code,
            String title,
            String explanation,
            LegalBasis legalBasis,
            Enforcement enforcement,
            int wordingEdition,
            String wordingLanguage,
            List<ChannelChoice> channels)
            implements Serializable {

        public PurposeChoice {
            channels = List.copyOf(channels);
        }

        public boolean isMarketing() {
            return enforcement.isMarketing();
        }

        public Optional<ChannelChoice> channel(Channel channel) {
            return channels.stream()
                    .filter(choice -> choice.channel() == channel)
                    .findFirst();
        }
    }

    /**
     * What holds for a purpose on a channel.
     *
     * @param allowed whether the purpose may use the channel as far as consent goes
     * @param since when the customer last said something about it, or null
     * @param endsAt when the consent ends by itself, or null
     */
    public record ChannelChoice(Channel channel, ConsentState state, boolean allowed, Instant since, Instant endsAt)
            implements Serializable {}
}
