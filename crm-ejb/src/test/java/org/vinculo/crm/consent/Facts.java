package org.vinculo.crm.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;

/** Facts of a person who may be reached for everything, changed one by one in the tests. */
final class Facts {

    static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    /** A Wednesday, 10:00 in Lisbon. */
    static final Instant MORNING = Instant.parse("2026-11-18T10:00:00Z");

    static final Purpose ORDERS = new Purpose(
            "orders",
            LegalBasis.CONTRACT,
            Enforcement.TRANSACTIONAL,
            true,
            EnumSet.complementOf(EnumSet.of(Channel.PROCESSING)));
    static final Purpose OFFERS = new Purpose(
            "offers",
            LegalBasis.CONSENT,
            Enforcement.RESTRICTIVE,
            false,
            EnumSet.complementOf(EnumSet.of(Channel.PROCESSING)));
    static final Purpose SURVEYS = new Purpose(
            "surveys",
            LegalBasis.LEGITIMATE_INTEREST,
            Enforcement.NON_RESTRICTIVE,
            true,
            EnumSet.of(Channel.EMAIL, Channel.SMS));
    static final Purpose PROFILING = new Purpose(
            "profiling", LegalBasis.CONSENT, Enforcement.RESTRICTIVE, false, EnumSet.of(Channel.PROCESSING));

    private boolean closed;
    private ConsentState consent = ConsentState.GRANTED;
    private Instant consentEndsAt;
    private AddressState address = AddressState.VERIFIED;
    private ContactHours hours = ContactHours.usual(LISBON);
    private LocalDate pausedUntil;
    private Instant stoppedAt;
    private Frequency frequency = Frequency.ALL;
    private Instant lastMarketingAt;
    private Urgency urgency = Urgency.ROUTINE;
    private List<Channel> preferred = List.of();

    Facts closed() {
        closed = true;
        return this;
    }

    Facts consent(ConsentState state) {
        consent = state;
        return this;
    }

    Facts consentEndsAt(Instant moment) {
        consentEndsAt = moment;
        return this;
    }

    Facts address(AddressState state) {
        address = state;
        return this;
    }

    Facts hours(ContactHours wanted) {
        hours = wanted;
        return this;
    }

    Facts pausedUntil(LocalDate day) {
        pausedUntil = day;
        return this;
    }

    Facts stoppedAt(Instant moment) {
        stoppedAt = moment;
        return this;
    }

    Facts frequency(Frequency wanted) {
        frequency = wanted;
        return this;
    }

    Facts lastMarketingAt(Instant moment) {
        lastMarketingAt = moment;
        return this;
    }

    Facts urgency(Urgency wanted) {
        urgency = wanted;
        return this;
    }

    Facts preferred(Channel... channels) {
        preferred = List.of(channels);
        return this;
    }

    ContactFacts build() {
        return new ContactFacts(
                closed,
                consent,
                consentEndsAt,
                address,
                hours,
                pausedUntil,
                stoppedAt,
                frequency,
                lastMarketingAt,
                urgency,
                preferred);
    }

    ContactAnswer ask(Purpose purpose, Channel channel, Instant now) {
        return ContactDecision.decide(purpose, channel, now, build());
    }

    ContactAnswer ask(Purpose purpose, Channel channel) {
        return ask(purpose, channel, MORNING);
    }
}
