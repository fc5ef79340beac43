package org.vinculo.crm.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vinculo.crm.consent.Facts.MORNING;
import static org.vinculo.crm.consent.Facts.OFFERS;
import static org.vinculo.crm.consent.Facts.ORDERS;
import static org.vinculo.crm.consent.Facts.PROFILING;
import static org.vinculo.crm.consent.Facts.SURVEYS;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculo.crm.consent.ContactAnswer.Verdict;
import org.vinculo.crm.consent.ContactReason.Code;
import org.vinculo.crm.shared.InvalidInput;

class ContactDecisionTest {

    @Test
    void grantedConsentAllowsAnOffer() {
        ContactAnswer answer = new Facts().ask(OFFERS, Channel.EMAIL);

        assertThat(answer.verdict()).isEqualTo(Verdict.YES);
        assertThat(answer.waitUntil()).isNull();
        assertThat(answer.because().code()).isEqualTo(Code.CONSENT_GRANTED);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN,CONSENT_UNKNOWN",
        "PENDING,CONSENT_PENDING",
        "DENIED,CONSENT_DENIED",
        "WITHDRAWN,CONSENT_WITHDRAWN",
        "EXPIRED,CONSENT_EXPIRED"
    })
    void restrictivePurposeNeedsAGrant(ConsentState state, Code reason) {
        ContactAnswer answer = new Facts().consent(state).ask(OFFERS, Channel.EMAIL);

        assertThat(answer.verdict()).isEqualTo(Verdict.NO);
        assertThat(answer.because().code()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN,YES", "PENDING,YES", "EXPIRED,YES", "GRANTED,YES", "DENIED,NO", "WITHDRAWN,NO"})
    void nonRestrictivePurposeIsStoppedOnlyByARefusal(ConsentState state, Verdict verdict) {
        ContactAnswer answer = new Facts().consent(state).ask(SURVEYS, Channel.EMAIL);

        assertThat(answer.verdict()).isEqualTo(verdict);
    }

    @Test
    void nonRestrictivePurposeThatIsOffByDefaultNeedsAGrant() {
        Purpose quiet = new Purpose(
                "tips", LegalBasis.LEGITIMATE_INTEREST, Enforcement.NON_RESTRICTIVE, false, Set.of(Channel.EMAIL));

        assertThat(new Facts()
                        .consent(ConsentState.UNKNOWN)
                        .ask(quiet, Channel.EMAIL)
                        .verdict())
                .isEqualTo(Verdict.NO);
        assertThat(new Facts().ask(quiet, Channel.EMAIL).verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void restrictivePurposeCannotBeAllowedByDefault() {
        assertThatThrownBy(() ->
                        new Purpose("x", LegalBasis.CONSENT, Enforcement.RESTRICTIVE, true, Set.of(Channel.EMAIL)))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ConsentState.class,
            names = {"DENIED", "WITHDRAWN"})
    void serviceMessageRespectsTheChoiceOfChannel(ConsentState state) {
        ContactAnswer answer = new Facts().consent(state).ask(ORDERS, Channel.SMS);

        assertThat(answer.verdict()).isEqualTo(Verdict.NO);
        assertThat(answer.because().code()).isEqualTo(Code.CHANNEL_DECLINED);
    }

    @Test
    void consentEndsAtTheVeryInstantItNames() {
        Facts facts = new Facts().consentEndsAt(MORNING);

        assertThat(facts.ask(OFFERS, Channel.EMAIL).because().code()).isEqualTo(Code.CONSENT_EXPIRED);
        assertThat(facts.ask(OFFERS, Channel.EMAIL, MORNING.minusSeconds(1)).verdict())
                .isEqualTo(Verdict.YES);
    }

    @Test
    void consentThatEndsBeforeTheWaitIsOverIsANo() {
        ContactAnswer answer = new Facts()
                .pausedUntil(LocalDate.of(2027, 1, 1))
                .consentEndsAt(Instant.parse("2026-12-24T00:00:00Z"))
                .ask(OFFERS, Channel.EMAIL);

        assertThat(answer.verdict()).isEqualTo(Verdict.NO);
        assertThat(answer.because().code()).isEqualTo(Code.CONSENT_ENDS_BEFORE);
    }

    @Test
    void stopBlocksEveryAdvertisementButNoServiceMessage() {
        Facts facts = new Facts().stoppedAt(MORNING.minusSeconds(60));

        assertThat(facts.ask(OFFERS, Channel.EMAIL).because().code()).isEqualTo(Code.MARKETING_STOPPED);
        assertThat(facts.ask(SURVEYS, Channel.SMS).verdict()).isEqualTo(Verdict.NO);
        assertThat(facts.ask(PROFILING, Channel.PROCESSING).verdict()).isEqualTo(Verdict.NO);
        assertThat(facts.ask(ORDERS, Channel.EMAIL).verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void pauseDelaysAdvertisingToTheFirstOpenHourAfterIt() {
        Facts facts = new Facts().pausedUntil(LocalDate.of(2026, 12, 1));

        ContactAnswer answer = facts.ask(OFFERS, Channel.EMAIL);

        assertThat(answer.verdict()).isEqualTo(Verdict.WAIT);
        assertThat(answer.waitUntil()).isEqualTo(Instant.parse("2026-12-01T08:00:00Z"));
        assertThat(answer.because().code()).isEqualTo(Code.PAUSED);
        assertThat(facts.ask(ORDERS, Channel.EMAIL).verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void pauseEndsAtMidnightOfThePersonsZone() {
        Facts facts = new Facts()
                .hours(ContactHours.usual(java.time.ZoneId.of("America/Sao_Paulo")))
                .pausedUntil(LocalDate.of(2026, 11, 18));

        assertThat(facts.ask(OFFERS, Channel.POST, Instant.parse("2026-11-18T02:59:59Z"))
                        .verdict())
                .isEqualTo(Verdict.WAIT);
        assertThat(facts.ask(OFFERS, Channel.POST, Instant.parse("2026-11-18T03:00:00Z"))
                        .verdict())
                .isEqualTo(Verdict.YES);
    }

    @Test
    void monthlyMeansAMonthSinceTheLastAdvertisement() {
        Facts facts = new Facts().frequency(Frequency.MONTHLY).lastMarketingAt(Instant.parse("2026-11-02T09:00:00Z"));

        ContactAnswer answer = facts.ask(OFFERS, Channel.EMAIL);

        assertThat(answer.waitUntil()).isEqualTo(Instant.parse("2026-12-02T09:00:00Z"));
        assertThat(facts.ask(ORDERS, Channel.EMAIL).verdict()).isEqualTo(Verdict.YES);
        assertThat(facts.urgency(Urgency.IMPORTANT).ask(OFFERS, Channel.EMAIL).verdict())
                .isEqualTo(Verdict.YES);
    }

    @Test
    void firstMonthlyAdvertisementNeedNotWait() {
        assertThat(new Facts()
                        .frequency(Frequency.MONTHLY)
                        .ask(OFFERS, Channel.EMAIL)
                        .verdict())
                .isEqualTo(Verdict.YES);
    }

    @Test
    void onlyImportantKeepsRoutineAdvertisingAway() {
        Facts facts = new Facts().frequency(Frequency.IMPORTANT);

        assertThat(facts.ask(OFFERS, Channel.EMAIL).because().code()).isEqualTo(Code.ONLY_IMPORTANT);
        assertThat(facts.ask(ORDERS, Channel.PHONE).verdict()).isEqualTo(Verdict.YES);
        assertThat(facts.urgency(Urgency.IMPORTANT).ask(OFFERS, Channel.EMAIL).verdict())
                .isEqualTo(Verdict.YES);
    }

    @Test
    void advertisingWaitsForThePersonsHours() {
        Facts facts = new Facts().hours(weekdays("09:30", "12:00"));

        ContactAnswer answer = facts.ask(OFFERS, Channel.EMAIL, Instant.parse("2026-11-20T12:00:00Z"));

        assertThat(answer.verdict()).isEqualTo(Verdict.WAIT);
        assertThat(answer.waitUntil()).isEqualTo(Instant.parse("2026-11-23T09:30:00Z"));
        assertThat(answer.because().code()).isEqualTo(Code.OUTSIDE_HOURS);
    }

    @Test
    void letterAndPortalMessageDisturbNobodyAtNight() {
        Instant night = Instant.parse("2026-11-18T03:00:00Z");

        assertThat(new Facts().ask(OFFERS, Channel.POST, night).verdict()).isEqualTo(Verdict.YES);
        assertThat(new Facts().ask(OFFERS, Channel.PORTAL, night).verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void serviceCallKeepsTheHoursUnlessItIsUrgent() {
        Instant night = Instant.parse("2026-11-18T03:00:00Z");

        assertThat(new Facts().ask(ORDERS, Channel.PHONE, night).waitUntil())
                .isEqualTo(Instant.parse("2026-11-18T08:00:00Z"));
        assertThat(new Facts().ask(ORDERS, Channel.EMAIL, night).verdict()).isEqualTo(Verdict.YES);
        ContactAnswer urgent = new Facts().urgency(Urgency.URGENT).ask(ORDERS, Channel.PHONE, night);
        assertThat(urgent.verdict()).isEqualTo(Verdict.YES);
        assertThat(urgent.reasons()).extracting(ContactReason::code).contains(Code.URGENT_OUTSIDE_HOURS);
    }

    @Test
    void urgencyIsNoWayAroundTheHoursForAdvertising() {
        ContactAnswer answer =
                new Facts().urgency(Urgency.URGENT).ask(OFFERS, Channel.SMS, Instant.parse("2026-11-18T03:00:00Z"));

        assertThat(answer.verdict()).isEqualTo(Verdict.WAIT);
    }

    @ParameterizedTest
    @CsvSource({"MISSING,ADDRESS_MISSING", "INVALID,ADDRESS_INVALID", "UNVERIFIED,ADDRESS_UNVERIFIED"})
    void advertisingNeedsAConfirmedAddress(AddressState state, Code reason) {
        ContactAnswer answer = new Facts().address(state).ask(OFFERS, Channel.EMAIL);

        assertThat(answer.verdict()).isEqualTo(Verdict.NO);
        assertThat(answer.because().code()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"MISSING,NO", "INVALID,NO", "UNVERIFIED,YES"})
    void serviceMessageNeedsAnAddressOnly(AddressState state, Verdict verdict) {
        assertThat(new Facts().address(state).ask(ORDERS, Channel.EMAIL).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void telephoneAndLetterNeedNoConfirmation() {
        Facts facts = new Facts().address(AddressState.UNVERIFIED);

        assertThat(facts.ask(OFFERS, Channel.PHONE).verdict()).isEqualTo(Verdict.YES);
        assertThat(facts.ask(OFFERS, Channel.POST).verdict()).isEqualTo(Verdict.YES);
        assertThat(facts.ask(OFFERS, Channel.SMS).verdict()).isEqualTo(Verdict.NO);
    }

    @Test
    void profilingNeedsConsentButNeitherAddressNorHours() {
        Instant night = Instant.parse("2026-11-18T03:00:00Z");
        Facts facts = new Facts().address(AddressState.MISSING).pausedUntil(LocalDate.of(2027, 1, 1));

        assertThat(facts.ask(PROFILING, Channel.PROCESSING, night).verdict()).isEqualTo(Verdict.YES);
        assertThat(facts.consent(ConsentState.UNKNOWN)
                        .ask(PROFILING, Channel.PROCESSING)
                        .verdict())
                .isEqualTo(Verdict.NO);
    }

    @Test
    void channelThatThePurposeDoesNotUseIsRefused() {
        assertThat(new Facts().ask(SURVEYS, Channel.PHONE).because().code()).isEqualTo(Code.CHANNEL_NOT_OFFERED);
    }

    @Test
    void closedCustomerIsLeftAlone() {
        assertThat(new Facts().closed().ask(ORDERS, Channel.EMAIL).because().code())
                .isEqualTo(Code.CUSTOMER_CLOSED);
    }

    @Test
    void chainNamesEveryReasonInAFixedOrder() {
        ContactAnswer answer = new Facts()
                .stoppedAt(MORNING)
                .consent(ConsentState.WITHDRAWN)
                .address(AddressState.MISSING)
                .pausedUntil(LocalDate.of(2027, 1, 1))
                .preferred(Channel.WHATSAPP)
                .ask(OFFERS, Channel.EMAIL);

        assertThat(answer.reasons())
                .extracting(ContactReason::code)
                .containsExactly(
                        Code.MARKETING_STOPPED,
                        Code.CONSENT_WITHDRAWN,
                        Code.ADDRESS_MISSING,
                        Code.PAUSED,
                        Code.OUTSIDE_HOURS,
                        Code.PREFERS_OTHER_CHANNEL);
    }

    @Test
    void preferenceForAnotherChannelIsAdviceNotAVeto() {
        ContactAnswer answer =
                new Facts().preferred(Channel.WHATSAPP, Channel.EMAIL).ask(OFFERS, Channel.EMAIL);

        assertThat(answer.verdict()).isEqualTo(Verdict.YES);
        assertThat(answer.reasons()).contains(ContactReason.prefers(Channel.WHATSAPP));
        assertThat(new Facts()
                        .preferred(Channel.EMAIL)
                        .ask(OFFERS, Channel.EMAIL)
                        .reasons())
                .extracting(ContactReason::code)
                .containsExactly(Code.CONSENT_GRANTED);
    }

    @Test
    void hoursOpenAnHourEarlierInUtcWhenSummerTimeBegins() {
        ContactHours hours = everyDay("09:00", "18:00");

        assertThat(hours.nextOpening(Instant.parse("2026-03-28T19:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-29T08:00:00Z"));
        assertThat(hours.nextOpening(Instant.parse("2026-10-24T19:00:00Z")))
                .isEqualTo(Instant.parse("2026-10-25T09:00:00Z"));
    }

    @Test
    void hoursThatFallIntoTheMissingHourMoveBehindIt() {
        ContactHours hours = everyDay("01:10", "01:50");

        Instant opening = hours.nextOpening(Instant.parse("2026-03-29T00:00:00Z"));

        assertThat(opening).isEqualTo(Instant.parse("2026-03-29T01:10:00Z"));
        assertThat(hours.contains(opening.plus(Duration.ofMinutes(39)))).isTrue();
        assertThat(hours.contains(opening.plus(Duration.ofMinutes(40)))).isFalse();
    }

    @Test
    void hoursInTheRepeatedHourOpenOnce() {
        ContactHours hours = everyDay("01:10", "01:50");
        Instant first = Instant.parse("2026-10-25T00:10:00Z");

        assertThat(hours.nextOpening(Instant.parse("2026-10-25T00:00:00Z"))).isEqualTo(first);
        assertThat(hours.contains(first.plus(Duration.ofMinutes(65)))).isFalse();
    }

    @Test
    void hoursPastMidnightBelongToTheDayTheyBegin() {
        ContactHours friday =
                new ContactHours(EnumSet.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(2, 0), Facts.LISBON);

        assertThat(friday.contains(Instant.parse("2026-11-21T01:59:00Z"))).isTrue();
        assertThat(friday.contains(Instant.parse("2026-11-20T01:59:00Z"))).isFalse();
        assertThat(friday.nextOpening(Instant.parse("2026-11-21T02:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-27T22:00:00Z"));
    }

    @Test
    void equalEndsMeanTheWholeDay() {
        ContactHours always = everyDay("00:00", "00:00");

        assertThat(always.contains(Instant.parse("2026-11-18T00:00:00Z"))).isTrue();
        assertThat(always.contains(Instant.parse("2026-11-18T23:59:59Z"))).isTrue();
    }

    private static ContactHours weekdays(String from, String until) {
        return new ContactHours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.parse(from),
                LocalTime.parse(until),
                Facts.LISBON);
    }

    private static ContactHours everyDay(String from, String until) {
        return new ContactHours(Set.of(), LocalTime.parse(from), LocalTime.parse(until), Facts.LISBON);
    }
}
