package org.vinculo.crm.demo.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ConsentState;
import org.vinculo.crm.consent.ContactHours;
import org.vinculo.crm.consent.Frequency;
import org.vinculo.crm.consent.PastPreference;
import org.vinculo.crm.consent.PastWord;
import org.vinculo.crm.consent.Source;
import org.vinculo.crm.demo.internal.story.Client;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.party.ContactPointType;

/** What one customer of the story said about being contacted, as the consent room takes it. */
final class SayingsOfDemo {

    private final Client client;
    private final long customerId;
    private final Member listener;

    SayingsOfDemo(Client client, long customerId, List<Member> staff) {
        this.client = client;
        this.customerId = customerId;
        this.listener = staff.get(client.owner() == null ? 0 : client.owner());
    }

    List<PastWord> words() {
        return client.words().stream().map(this::word).toList();
    }

    private PastWord word(Client.Word word) {
        Source source = Source.valueOf(word.source());
        boolean ownWord = source == Source.PORTAL || source == Source.LINK;
        Channel channel = Channel.valueOf(word.channel());
        return new PastWord(
                customerId,
                word.purpose(),
                channel,
                switch (word.said()) {
                    case YES -> ConsentState.GRANTED;
                    case NO -> ConsentState.DENIED;
                    case NO_MORE -> ConsentState.WITHDRAWN;
                },
                word.at(),
                actor(source, ownWord),
                source,
                ownWord ? null : day(word.at()),
                word.note(),
                address(channel));
    }

    Optional<PastPreference> wishes() {
        Client.Wishes wishes = client.wishes();
        if (wishes == null) {
            return Optional.empty();
        }
        boolean inPortal = client.signIn() != null;
        Source source = inPortal ? Source.PORTAL : Source.PHONE;
        return Optional.of(new PastPreference(
                customerId,
                Channel.valueOf(wishes.first().name()),
                wishes.second() == null ? null : Channel.valueOf(wishes.second().name()),
                new ContactHours(wishes.days(), wishes.from(), wishes.until(), zone()),
                Frequency.valueOf(wishes.frequency()),
                wishes.pausedUntil(),
                wishes.stopped() ? wishes.at() : null,
                wishes.at(),
                actor(source, inPortal),
                source));
    }

    /** A list that was brought in has no person behind it; otherwise the customer or whoever listened. */
    private Caller actor(Source source, boolean ownWord) {
        Caller.Kind kind =
                ownWord ? Caller.Kind.CUSTOMER : source == Source.IMPORT ? Caller.Kind.SYSTEM : Caller.Kind.STAFF;
        return new Caller(
                kind,
                kind == Caller.Kind.STAFF ? listener.id() : null,
                kind == Caller.Kind.CUSTOMER ? client.who().displayName() : listener.name(),
                kind == Caller.Kind.CUSTOMER ? customerId : null,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                Locale.forLanguageTag(client.who().language()),
                zone());
    }

    private String address(Channel channel) {
        ContactPointType type =
                switch (channel) {
                    case EMAIL -> ContactPointType.EMAIL;
                    case WHATSAPP, PHONE, SMS -> ContactPointType.PHONE;
                    default -> null;
                };
        return client.points().stream()
                .filter(point -> point.type() == type)
                .map(Client.Point::value)
                .findFirst()
                .orElse(null);
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return client.who().zone();
    }
}
