package org.vinculo.crm.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vinculo.crm.consent.ContactAnswer.Verdict;
import org.vinculo.crm.consent.ContactReason.Effect;

class ContactDecisionPropertyTest {

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2027-12-31T00:00:00Z");

    /** A question with the facts it is asked about. */
    record Case(Purpose purpose, Channel channel, Instant now, ContactFacts facts) {
        ContactAnswer answer() {
            return ContactDecision.decide(purpose, channel, now, facts);
        }

        boolean advertises() {
            return purpose.enforcement().isMarketing();
        }
    }

    @Property
    void withdrawnConsentNeverAllowsARestrictivePurpose(@ForAll("cases") Case asked) {
        if (asked.purpose().enforcement() == Enforcement.RESTRICTIVE
                && asked.facts().consent() != ConsentState.GRANTED) {
            assertThat(asked.answer().verdict()).isEqualTo(Verdict.NO);
        }
    }

    @Property
    void refusalIsANoForEveryPurpose(@ForAll("cases") Case asked) {
        if (asked.facts().consent().isRefusal()) {
            assertThat(asked.answer().verdict()).isEqualTo(Verdict.NO);
        }
    }

    @Property
    void stopNeverLetsAdvertisingThrough(@ForAll("cases") Case asked) {
        if (asked.advertises() && asked.facts().stoppedAt() != null) {
            assertThat(asked.answer().verdict()).isEqualTo(Verdict.NO);
        }
    }

    @Property
    void stopPauseAndFrequencyChangeNothingForServiceMessages(@ForAll("cases") Case asked) {
        if (asked.advertises()) {
            return;
        }
        ContactFacts facts = asked.facts();
        ContactFacts unrestricted = new ContactFacts(
                facts.closed(),
                facts.consent(),
                facts.consentEndsAt(),
                facts.address(),
                facts.hours(),
                null,
                null,
                Frequency.ALL,
                null,
                facts.urgency(),
                facts.preferred());

        assertThat(asked.answer())
                .isEqualTo(ContactDecision.decide(asked.purpose(), asked.channel(), asked.now(), unrestricted));
    }

    @Property
    void whoeverWaitsAsToldIsWelcomeThen(@ForAll("cases") Case asked) {
        ContactAnswer answer = asked.answer();
        if (answer.verdict() != Verdict.WAIT) {
            return;
        }

        assertThat(answer.waitUntil()).isAfter(asked.now());
        assertThat(ContactDecision.decide(asked.purpose(), asked.channel(), answer.waitUntil(), asked.facts())
                        .verdict())
                .isEqualTo(Verdict.YES);
    }

    @Property
    void everyAnswerIsExplainedAndItsReasonsAgreeWithIt(@ForAll("cases") Case asked) {
        ContactAnswer answer = asked.answer();
        Set<Effect> effects =
                answer.reasons().stream().map(ContactReason::effect).collect(java.util.stream.Collectors.toSet());

        assertThat(answer.because()).isNotNull();
        assertThat(effects.contains(Effect.FORBIDS)).isEqualTo(answer.verdict() == Verdict.NO);
        if (answer.verdict() == Verdict.YES) {
            assertThat(effects).doesNotContain(Effect.DELAYS).contains(Effect.ALLOWS);
        }
        assertThat(answer.reasons()).isSortedAccordingTo(Comparator.comparing(ContactReason::code));
    }

    @Property
    void whoMayBeInterruptedIsInsideTheHours(@ForAll("cases") Case asked) {
        if (asked.answer().verdict() != Verdict.YES
                || !asked.channel().isInterrupting()
                || asked.facts().urgency() == Urgency.URGENT) {
            return;
        }
        assertThat(asked.facts().hours().contains(asked.now())).isTrue();
    }

    @Property
    void nobodyIsReachedWithoutAnAddress(@ForAll("cases") Case asked) {
        if (asked.channel().isAddressed() && asked.facts().address() == AddressState.MISSING) {
            assertThat(asked.answer().verdict()).isEqualTo(Verdict.NO);
        }
    }

    @Property
    void sameQuestionHasTheSameAnswer(@ForAll("cases") Case asked) {
        assertThat(asked.answer()).isEqualTo(asked.answer());
    }

    @Property
    void openingIsTheFirstMomentInsideTheHours(@ForAll("hours") ContactHours hours, @ForAll("moments") Instant from) {
        Instant opening = hours.nextOpening(from);

        assertThat(opening).isNotNull().isAfterOrEqualTo(from);
        assertThat(hours.contains(opening)).isTrue();
        if (opening.isAfter(from)) {
            assertThat(hours.contains(from)).isFalse();
            assertThat(hours.contains(opening.minusMillis(1))).isFalse();
        }
    }

    @Property
    void insideTheHoursTheClockOnTheWallAgrees(@ForAll("hours") ContactHours hours, @ForAll("moments") Instant moment) {
        ZonedDateTime local = moment.atZone(hours.zone());
        boolean clockChanges = !hours.zone()
                .getRules()
                .getOffset(moment.minusSeconds(7200))
                .equals(hours.zone().getRules().getOffset(moment.plusSeconds(7200)));
        if (clockChanges || !hours.until().isAfter(hours.from())) {
            return;
        }
        boolean byTheWall = hours.days().contains(local.getDayOfWeek())
                && !local.toLocalTime().isBefore(hours.from())
                && local.toLocalTime().isBefore(hours.until());

        assertThat(hours.contains(moment)).isEqualTo(byTheWall);
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Purpose> purposes =
                Arbitraries.of(Facts.ORDERS, Facts.OFFERS, Facts.SURVEYS, Facts.PROFILING, offByDefault());
        return Combinators.combine(purposes, Arbitraries.of(Channel.class), moments(), facts())
                .as(Case::new);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(FIRST.getEpochSecond(), LAST.getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<ContactHours> hours() {
        Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(0);
        Arbitrary<LocalTime> times = Arbitraries.integers().between(0, 95).map(q -> LocalTime.ofSecondOfDay(q * 900L));
        Arbitrary<ZoneId> zones = Arbitraries.of(
                ZoneId.of("Europe/Lisbon"),
                ZoneId.of("America/Sao_Paulo"),
                ZoneId.of("America/Santiago"),
                ZoneId.of("Europe/Madrid"),
                ZoneId.of("Australia/Lord_Howe"),
                ZoneOffset.UTC);
        return Combinators.combine(days, times, times, zones).as(ContactHours::new);
    }

    private Arbitrary<ContactFacts> facts() {
        Arbitrary<ContactFacts> base = Combinators.combine(
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(ConsentState.class),
                        moments().injectNull(0.6),
                        Arbitraries.of(AddressState.class),
                        hours(),
                        moments()
                                .map(at -> at.atZone(ZoneOffset.UTC).toLocalDate())
                                .injectNull(0.6),
                        moments().injectNull(0.8),
                        Arbitraries.of(Frequency.class))
                .as((closed, consent, ends, address, hours, paused, stopped, frequency) -> new ContactFacts(
                        closed,
                        consent,
                        ends,
                        address,
                        hours,
                        paused,
                        stopped,
                        frequency,
                        null,
                        Urgency.ROUTINE,
                        List.of()));
        Arbitrary<List<Channel>> preferred =
                Arbitraries.of(Channel.class).list().uniqueElements().ofMaxSize(2);
        return Combinators.combine(base, moments().injectNull(0.5), Arbitraries.of(Urgency.class), preferred)
                .as((facts, last, urgency, channels) -> new ContactFacts(
                        facts.closed(),
                        facts.consent(),
                        facts.consentEndsAt(),
                        facts.address(),
                        facts.hours(),
                        facts.pausedUntil(),
                        facts.stoppedAt(),
                        facts.frequency(),
                        last,
                        urgency,
                        channels));
    }

    private static Purpose offByDefault() {
        return new Purpose(
                "tips",
                LegalBasis.LEGITIMATE_INTEREST,
                Enforcement.NON_RESTRICTIVE,
                false,
                Set.of(Channel.EMAIL, Channel.PHONE));
    }
}
