package org.vinculo.crm.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.consent.ContactAnswer.Verdict;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.AddressConfirmed;
import org.vinculo.crm.party.ContactLights;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.party.TimelineEntry;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;

class ConsentServiceTest extends DatabaseTest {

    private static final Told BARE = new Told(Source.PHONE, null, null);
    private static final Told PROVED = new Told(Source.PHONE, LocalDate.of(2026, 11, 19), "Asked for offers");

    private ConsentRoom room;
    private Customer ana;

    @BeforeEach
    void customer() {
        room = new ConsentRoom(em, clock);
        ana = room.reachable("ana");
        room.actAsStaff(Scope.ALL);
    }

    @Test
    void staffSaysYesForACustomerOnlyWithItsProof() {
        assertThatThrownBy(() -> record(ConsentState.GRANTED, BARE))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::field)
                        .containsExactly("toldOn", "note"));

        record(ConsentState.GRANTED, PROVED);

        assertThat(room.service
                        .canContact(ana.getPublicId(), "offers", Channel.EMAIL)
                        .verdict())
                .isNotEqualTo(Verdict.NO);
    }

    @Test
    void proofCannotBeOfTomorrowNorComeFromNowhere() {
        assertThatThrownBy(() ->
                        record(ConsentState.GRANTED, new Told(Source.PHONE, LocalDate.of(2026, 11, 21), "tomorrow")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> record(
                        ConsentState.GRANTED, new Told(Source.PORTAL, LocalDate.of(2026, 11, 19), "I am the portal")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> record(ConsentState.DENIED, new Told(null, null, null)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void confirmedAddressIsPartOfTheProof() {
        Instant asked = Instant.parse("2026-11-19T08:00:00Z");
        Caller staff = room.caller.get();
        room.caller.bind(null);
        room.addresses.confirmed(
                new AddressConfirmed(ana.getId(), "Ana@example.org", asked, asked.plus(1, ChronoUnit.HOURS)));
        em.flush();
        room.caller.bind(staff);

        assertThat(room.service
                        .history(ana.getPublicId(), PageRequest.of(0, 10))
                        .items())
                .anySatisfy(line -> {
                    assertThat(line.title())
                            .contains("Ana@example.org")
                            .doesNotContain("consent.")
                            .contains("2026");
                    assertThat(line.details()).doesNotContain("consent.");
                });
    }

    @Test
    void refusalNeedsNoMoreThanItsSource() {
        record(ConsentState.DENIED, BARE);

        assertThat(room.service
                        .canContact(ana.getPublicId(), "offers", Channel.EMAIL)
                        .because()
                        .code())
                .isEqualTo(ContactReason.Code.CONSENT_DENIED);
    }

    @Test
    void withdrawnConsentComesBackOnlyWithNewProof() {
        record(ConsentState.GRANTED, PROVED);
        record(ConsentState.WITHDRAWN, BARE);

        assertThatThrownBy(() -> record(ConsentState.GRANTED, BARE)).isInstanceOf(InvalidInput.class);
        record(ConsentState.GRANTED, PROVED);

        assertThat(room.service
                        .history(ana.getPublicId(), PageRequest.of(0, 10))
                        .total())
                .isEqualTo(3);
    }

    @Test
    void nobodyRecordsThatNothingIsKnown() {
        assertThatThrownBy(() -> record(ConsentState.UNKNOWN, PROVED)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> record(ConsentState.EXPIRED, PROVED)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void purposeAndChannelMustExist() {
        assertThatThrownBy(() -> room.service.record(
                        ana.getPublicId(), new ConsentRecord("weather", Channel.EMAIL, ConsentState.DENIED, BARE)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> room.service.record(
                        ana.getPublicId(), new ConsentRecord("news", Channel.PROCESSING, ConsentState.DENIED, BARE)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void askingAboutAnUnknownPurposeIsAMistake() {
        assertThatThrownBy(() -> room.service.canContact(ana.getPublicId(), "weather", Channel.EMAIL))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void wholeSheetAndStopAreWrittenTogether() {
        PreferenceSheet sheet = room.service.sheet(ana.getPublicId());

        room.service.save(
                ana.getPublicId(),
                Wishes.from(sheet)
                        .hear(Frequency.MONTHLY)
                        .allow("news", Channel.EMAIL)
                        .wish(),
                true,
                PROVED);
        flushAndClear();

        PreferenceSheet after = room.service.sheet(ana.getPublicId());
        assertThat(after.frequency()).isEqualTo(Frequency.MONTHLY);
        assertThat(after.isStopped()).isTrue();
        assertThat(room.service.ledger(ana.getPublicId(), PageRequest.of(0, 9)).items())
                .extracting(LedgerEntry::topic)
                .containsExactly(Topic.STOP, Topic.CONSENT, Topic.FREQUENCY);
    }

    @Test
    void staffStopsEverythingAtOnceButNeedsProofToStartAgain() {
        room.service.stopMarketing(ana.getPublicId(), BARE);

        assertThat(room.service.sheet(ana.getPublicId()).isStopped()).isTrue();
        assertThatThrownBy(() -> room.service.resumeMarketing(ana.getPublicId(), BARE))
                .isInstanceOf(InvalidInput.class);
        room.service.resumeMarketing(ana.getPublicId(), PROVED);
        assertThat(room.service.sheet(ana.getPublicId()).isStopped()).isFalse();
    }

    @Test
    void customerOutOfReachDoesNotExist() {
        room.actAsStaff(Scope.OWN);
        String id = ana.getPublicId();

        assertThatThrownBy(() -> room.service.sheet(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> room.service.history(id, PageRequest.of(0, 10)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> room.service.canContact(id, "offers", Channel.EMAIL))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> room.service.lights(id, "offers")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> record(ConsentState.DENIED, BARE)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> room.service.stopMarketing(id, BARE)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> room.service.resumeMarketing(id, PROVED)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> room.service.save(
                        id,
                        new PreferenceWish(0, null, null, null, null, null, null, java.util.Map.of()),
                        null,
                        PROVED))
                .isInstanceOf(NotFound.class);
        assertThat(room.part.timeline(ana.getId(), TimelineCursor.START, 10)).isEmpty();
        assertThat(room.part.tab(ana.getId()).orElseThrow().denied()).isTrue();
    }

    @Test
    void ownerReadsAboutWhatTheCustomerChanged() {
        room.actAs(ana);
        room.mine.stopMarketing();

        room.actAsStaff(Scope.ALL);
        List<TimelineEntry> timeline = room.part.timeline(ana.getId(), TimelineCursor.START, 10);
        assertThat(timeline).hasSize(1);
        assertThat(timeline.get(0).title().key()).isEqualTo("consent.ledger.STOP.on");
        assertThat(timeline.get(0).details().get(0).key()).isEqualTo("consent.actor.customerNamed");
        assertThat(room.part.badges(ana.getId())).hasSize(1);
    }

    @Test
    void timelineIsReadPageByPageWithoutGapsOrRepeats() {
        record(ConsentState.DENIED, BARE);
        record(ConsentState.GRANTED, PROVED);
        record(ConsentState.WITHDRAWN, BARE);

        List<TimelineEntry> all = room.part.timeline(ana.getId(), TimelineCursor.START, 10);
        List<TimelineEntry> first = room.part.timeline(ana.getId(), TimelineCursor.START, 2);
        List<TimelineEntry> second = room.part.timeline(ana.getId(), TimelineCursor.after(first.get(1)), 2);

        assertThat(all).hasSize(3);
        assertThat(first).isEqualTo(all.subList(0, 2));
        assertThat(second).isEqualTo(all.subList(2, 3));
    }

    @Test
    void lightsShowTheFirstChoiceFirstAndLeaveOutWhatDoesNotExist() {
        room.actAs(ana);
        room.mine.save(Wishes.from(room.mine.sheet())
                .prefer(Channel.WHATSAPP, Channel.EMAIL)
                .wish());
        room.actAsStaff(Scope.ALL);

        List<ContactLights.Light> lights = room.lights.lights(ana.getId(), "orders");

        assertThat(lights)
                .extracting(ContactLights.Light::channel)
                .containsExactly(
                        org.vinculo.crm.party.Channel.WHATSAPP,
                        org.vinculo.crm.party.Channel.EMAIL,
                        org.vinculo.crm.party.Channel.PHONE,
                        org.vinculo.crm.party.Channel.SMS);
        assertThat(lights).extracting(ContactLights.Light::choice).containsExactly(1, 2, null, null);
        assertThat(room.lights.purposes())
                .extracting(ContactLights.Purpose::code)
                .containsExactly("orders", "offers", "news", "opinion");
    }

    @Test
    void deletedCustomerIsLeftAlone() {
        ana.delete(NOW, "test");
        flushAndClear();

        assertThat(room.contactability
                        .canContact(ana.getId(), "orders", Channel.EMAIL)
                        .because()
                        .code())
                .isEqualTo(ContactReason.Code.CUSTOMER_CLOSED);
    }

    @Test
    void jobAsksWithoutBeingStaff() {
        room.caller.bind(Caller.system("newsletter"));

        assertThat(room.contactability
                        .canContact(ana.getId(), "orders", Channel.EMAIL)
                        .verdict())
                .isEqualTo(Verdict.YES);
    }

    @Test
    void advertisementSentCountsForThoseWhoWantOneAMonth() {
        room.actAs(ana);
        room.mine.save(Wishes.from(room.mine.sheet())
                .hear(Frequency.MONTHLY)
                .allow("offers", Channel.EMAIL)
                .wish());

        room.contactability.marketingSent(ana.getId(), NOW);
        flushAndClear();

        assertThat(room.contactability
                        .canContact(ana.getId(), "offers", Channel.EMAIL)
                        .reasons())
                .extracting(ContactReason::code)
                .contains(ContactReason.Code.MONTHLY_LIMIT);
    }

    private void record(ConsentState state, Told told) {
        room.service.record(ana.getPublicId(), new ConsentRecord("offers", Channel.EMAIL, state, told));
        flushAndClear();
    }
}
