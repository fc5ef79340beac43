package org.vinculo.crm.demo.internal.story;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.interaction.Sentiment;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.NeedBasis;
import org.vinculo.crm.party.NeedKind;

/**
 * One customer of the story with everything that happened.
 *
 * @param owner position of the colleague who looks after the customer, or null
 * @param signIn first part of the portal account's address, or null without an account
 */
public record Client(
        Who who,
        LocalDate since,
        Address address,
        List<Point> points,
        Channel acquiredVia,
        Integer owner,
        String signIn,
        List<Order> orders,
        List<Talk> talks,
        List<Need> needs,
        List<Word> words,
        Wishes wishes) {

    /** @param name name of an organisation, null for a person, whose own names the others are */
    public record Who(
            String externalId,
            CustomerKind kind,
            String name,
            String givenName,
            String familyName,
            LocalDate birthDate,
            String taxId,
            String language,
            String country,
            ZoneId zone) {

        public String displayName() {
            return name != null ? name : givenName + " " + familyName;
        }
    }

    public record Address(String street, String district, String city, String region, String postalCode) {}

    /** @param verified when the customer confirmed it, or null */
    public record Point(ContactPointType type, String value, String label, Instant verified) {}

    /** @param returns document number of the order whose goods came back, null for an order */
    public record Order(String number, Instant at, Channel channel, String currency, List<Line> lines, String returns) {

        public boolean isReturn() {
            return returns != null;
        }
    }

    /** @param quantity below zero for goods that came back */
    public record Line(String code, String product, int quantity, BigDecimal unitPrice, BigDecimal unitCost) {}

    /** @param colleague position of who took part */
    public record Talk(
            Instant at,
            Integer minutes,
            Channel channel,
            Direction direction,
            Purpose purpose,
            Outcome outcome,
            Sentiment sentiment,
            String topic,
            String body,
            int colleague) {}

    public record Need(NeedKind kind, NeedBasis basis, String text, Instant collected, int colleague) {}

    /**
     * What the customer allowed or forbade.
     *
     * @param purpose code of the purpose
     * @param channel name of the way to reach the customer, {@code PROCESSING} for the use of the data itself
     * @param source name of where the word reached the company
     */
    public record Word(Instant at, String purpose, String channel, Said said, String source, String note) {}

    /** What a customer can say about a purpose. */
    public enum Said {
        YES,
        NO,
        NO_MORE
    }

    /** How the customer wants to be reached, or null where nothing was said. */
    public record Wishes(
            Instant at,
            Channel first,
            Channel second,
            Set<DayOfWeek> days,
            LocalTime from,
            LocalTime until,
            String frequency,
            LocalDate pausedUntil,
            boolean stopped) {}

    public boolean isProspect() {
        return orders.isEmpty();
    }
}
