package org.vinculo.crm.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.consent.ContactAnswer.Verdict;
import org.vinculo.crm.consent.PreferenceSheet.ChannelChoice;
import org.vinculo.crm.consent.portal.MyGlance;
import org.vinculo.crm.consent.portal.MyHistoryLine;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;

class MyPreferencesTest extends DatabaseTest {

    private static final PageRequest ALL = PageRequest.of(0, 100);

    private ConsentRoom room;
    private Customer ana;
    private Customer bruno;

    @BeforeEach
    void customers() {
        room = new ConsentRoom(em, clock);
        ana = room.reachable("ana");
        bruno = room.reachable("bruno");
        room.actAs(ana);
    }

    @Test
    void nobodyChoseAnythingYet() {
        PreferenceSheet sheet = room.mine.sheet();

        assertThat(sheet.version()).isZero();
        assertThat(sheet.hoursNamed()).isFalse();
        assertThat(sheet.zone()).isEqualTo(ZoneId.of("America/Sao_Paulo"));
        assertThat(sheet.language()).isEqualTo(Locale.forLanguageTag("pt-BR"));
        assertThat(choice(sheet, "orders", Channel.SMS).allowed()).isTrue();
        assertThat(choice(sheet, "offers", Channel.EMAIL).allowed()).isFalse();
        assertThat(choice(sheet, "opinion", Channel.EMAIL).allowed()).isTrue();
        assertThat(choice(sheet, "profiling", Channel.PROCESSING).allowed()).isFalse();
        assertThat(sheet.purposes())
                .allSatisfy(purpose -> assertThat(purpose.title()).isNotBlank());
    }

    @Test
    void yesCountsAtOnceAndLeavesItsProof() {
        room.mine.save(
                Wishes.from(room.mine.sheet()).allow("offers", Channel.EMAIL).wish());
        flushAndClear();

        assertThat(choice(room.mine.sheet(), "offers", Channel.EMAIL).state()).isEqualTo(ConsentState.GRANTED);
        assertThat(room.contactability
                        .canContact(ana.getId(), "offers", Channel.EMAIL)
                        .verdict())
                .isNotEqualTo(Verdict.NO);
        MyHistoryLine line = room.mine.history(ALL).items().get(0);
        assertThat(line.title()).isEqualTo("You allowed “Offers for you” by e-mail");
        assertThat(line.details()).isEqualTo("in this portal · wording 1, English");
        assertThat(line.at()).isEqualTo(NOW);
        assertThat(line.disputable()).isFalse();
    }

    @Test
    void yesLastsTwoYearsAndThenRunsOut() {
        room.mine.save(
                Wishes.from(room.mine.sheet()).allow("offers", Channel.EMAIL).wish());

        assertThat(choice(room.mine.sheet(), "offers", Channel.EMAIL).endsAt())
                .isEqualTo("2028-11-20T10:15:30.123456Z");
    }

    @Test
    void takingAYesBackIsAWithdrawalAndRefusingADefaultADenial() {
        room.mine.save(
                Wishes.from(room.mine.sheet()).allow("offers", Channel.EMAIL).wish());
        flushAndClear();

        room.mine.save(Wishes.from(room.mine.sheet())
                .forbid("offers", Channel.EMAIL)
                .forbid("opinion", Channel.EMAIL)
                .wish());
        flushAndClear();

        assertThat(choice(room.mine.sheet(), "offers", Channel.EMAIL).state()).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(choice(room.mine.sheet(), "opinion", Channel.EMAIL).state()).isEqualTo(ConsentState.DENIED);
        assertThat(room.contactability
                        .canContact(ana.getId(), "offers", Channel.EMAIL)
                        .verdict())
                .isEqualTo(Verdict.NO);
    }

    @Test
    void personMayAllowAgainWhatSheWithdrew() {
        room.mine.save(
                Wishes.from(room.mine.sheet()).allow("offers", Channel.EMAIL).wish());
        room.mine.save(
                Wishes.from(room.mine.sheet()).forbid("offers", Channel.EMAIL).wish());
        room.mine.save(
                Wishes.from(room.mine.sheet()).allow("offers", Channel.EMAIL).wish());

        assertThat(choice(room.mine.sheet(), "offers", Channel.EMAIL).state()).isEqualTo(ConsentState.GRANTED);
        assertThat(room.mine.history(ALL).total()).isEqualTo(3);
    }

    @Test
    void savingWhatHoldsChangesNothing() {
        int changes = room.mine.save(Wishes.from(room.mine.sheet()).wish());

        assertThat(changes).isZero();
        assertThat(room.mine.history(ALL).items()).isEmpty();
        assertThat(room.mine.sheet().version()).isZero();
    }

    @Test
    void savingWhatHoldsLeavesTheVersionToOthers() {
        room.mine.save(Wishes.from(room.mine.sheet()).hear(Frequency.MONTHLY).wish());
        flushAndClear();
        PreferenceSheet read = room.mine.sheet();

        room.mine.save(Wishes.from(read).wish());
        flushAndClear();

        assertThat(room.mine.sheet().version()).isEqualTo(read.version());
    }

    @Test
    void everyPreferenceIsKeptWithItsProof() {
        ContactHours mornings = new ContactHours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(9, 30),
                LocalTime.of(12, 0),
                ZoneId.of("Europe/Lisbon"));

        int changes = room.mine.save(Wishes.from(room.mine.sheet())
                .prefer(Channel.WHATSAPP, Channel.EMAIL)
                .within(mornings)
                .in("es")
                .hear(Frequency.MONTHLY)
                .pause(LocalDate.of(2027, 1, 10))
                .wish());
        flushAndClear();

        PreferenceSheet sheet = room.mine.sheet();
        assertThat(changes).isEqualTo(6);
        assertThat(sheet.first()).isEqualTo(Channel.WHATSAPP);
        assertThat(sheet.second()).isEqualTo(Channel.EMAIL);
        assertThat(sheet.hours()).isEqualTo(mornings);
        assertThat(sheet.language()).isEqualTo(Locale.forLanguageTag("es"));
        assertThat(sheet.frequency()).isEqualTo(Frequency.MONTHLY);
        assertThat(sheet.pausedUntil()).isEqualTo(LocalDate.of(2027, 1, 10));
        assertThat(room.mine.history(ALL).items())
                .extracting(MyHistoryLine::title)
                .contains("You set your hours: Monday to Friday, 09:30 to 12:00, Lisbon time");
    }

    @Test
    void sheetThatWasChangedMeanwhileIsRefused() {
        PreferenceSheet read = room.mine.sheet();
        room.mine.save(Wishes.from(read).allow("offers", Channel.EMAIL).wish());
        flushAndClear();

        assertThatThrownBy(() -> room.mine.save(
                        Wishes.from(read).allow("news", Channel.EMAIL).wish()))
                .isInstanceOf(ConcurrentChange.class);
    }

    @Test
    void consentRecordedByStaffMeanwhileMakesTheSheetStale() {
        room.mine.save(Wishes.from(room.mine.sheet()).hear(Frequency.MONTHLY).wish());
        flushAndClear();
        PreferenceSheet read = room.mine.sheet();
        room.actAsStaff(Scope.ALL);
        room.service.record(
                ana.getPublicId(),
                new ConsentRecord("news", Channel.EMAIL, ConsentState.DENIED, new Told(Source.PHONE, null, null)));
        flushAndClear();
        room.actAs(ana);

        assertThatThrownBy(() ->
                        room.mine.save(Wishes.from(read).hear(Frequency.ALL).wish()))
                .isInstanceOf(ConcurrentChange.class);
    }

    @Test
    void lastChannelForServiceStaysOn() {
        PreferenceWish deaf = Wishes.from(room.mine.sheet())
                .forbid("orders", Channel.EMAIL, Channel.WHATSAPP, Channel.PHONE, Channel.SMS)
                .wish();

        assertThatThrownBy(() -> room.mine.save(deaf)).isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(
                        refused.errors().get(0).code())
                .isEqualTo("consent.error.lastChannel"));
    }

    @Test
    void secondChoiceDiffersFromTheFirstAndBothHaveAnAddress() {
        assertThatThrownBy(() -> room.mine.save(Wishes.from(room.mine.sheet())
                        .prefer(Channel.EMAIL, Channel.EMAIL)
                        .wish()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> room.mine.save(Wishes.from(room.mine.sheet())
                        .prefer(Channel.POST, null)
                        .wish()))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void pauseLiesAheadAndEnds() {
        assertThatThrownBy(() -> room.mine.save(Wishes.from(room.mine.sheet())
                        .pause(LocalDate.of(2026, 11, 20))
                        .wish()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> room.mine.save(Wishes.from(room.mine.sheet())
                        .pause(LocalDate.of(2029, 1, 1))
                        .wish()))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void stopSilencesMarketingAndUndoGivesBackWhatWasThere() {
        room.mine.save(
                Wishes.from(room.mine.sheet()).allow("offers", Channel.EMAIL).wish());

        room.mine.stopMarketing();
        flushAndClear();
        assertThat(room.contactability
                        .canContact(ana.getId(), "offers", Channel.EMAIL)
                        .verdict())
                .isEqualTo(Verdict.NO);
        assertThat(room.contactability
                        .canContact(ana.getId(), "orders", Channel.EMAIL)
                        .verdict())
                .isEqualTo(Verdict.YES);

        room.mine.resumeMarketing();
        flushAndClear();
        assertThat(room.contactability
                        .canContact(ana.getId(), "offers", Channel.EMAIL)
                        .verdict())
                .isNotEqualTo(Verdict.NO);
        assertThat(room.mine.history(ALL).items())
                .extracting(MyHistoryLine::title)
                .contains("You stopped all marketing", "You let marketing start again");
    }

    @Test
    void stopTwiceIsOneStop() {
        room.mine.stopMarketing();
        room.mine.stopMarketing();

        assertThat(room.mine.history(ALL).total()).isEqualTo(1);
    }

    @Test
    void customerCallsWrongWhatStaffWroteDownAndOnlyThat() {
        MyHistoryLine written = noteByStaff(ana);
        assertThat(written.details())
                .isEqualTo("written down by Joana Teixeira · on the phone · said on Nov 18, 2026"
                        + " · wording 1, Portuguese");
        assertThat(written.disputable()).isTrue();

        room.mine.dispute(written.publicId(), "I never said that");
        flushAndClear();

        assertThat(room.mine.history(ALL).items().get(0).note()).isEqualTo("I never said that");
        assertThat(room.mine.history(ALL).items().get(1).disputed()).isTrue();
        assertThat(room.mine.history(ALL).items().get(1).disputable()).isFalse();
    }

    @Test
    void customerNeverReachesWhatBelongsToAnother() {
        MyHistoryLine ofBruno = noteByStaff(bruno);
        room.actAs(bruno);
        room.mine.save(Wishes.from(room.mine.sheet())
                .hear(Frequency.IMPORTANT)
                .allow("news", Channel.EMAIL)
                .wish());
        flushAndClear();
        room.actAs(ana);

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> room.mine.dispute(ofBruno.publicId(), "mine?"))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> room.mine.dispute("' or '1'='1", "mine?")).isInstanceOf(NotFound.class);
        });
        assertThat(room.mine.history(ALL).items()).isEmpty();
        assertThat(room.mine.sheet().frequency()).isEqualTo(Frequency.ALL);
        room.mine.save(Wishes.from(room.mine.sheet()).hear(Frequency.MONTHLY).wish());
        room.mine.stopMarketing();
        flushAndClear();
        room.actAs(bruno);
        assertThat(room.mine.sheet().frequency()).isEqualTo(Frequency.IMPORTANT);
        assertThat(room.mine.sheet().isStopped()).isFalse();
        assertThat(choice(room.mine.sheet(), "news", Channel.EMAIL).state()).isEqualTo(ConsentState.GRANTED);
    }

    @Test
    void whoeverOnlyLooksChangesNothing() {
        PreferenceWish wish =
                Wishes.from(room.mine.sheet()).hear(Frequency.MONTHLY).wish();
        room.actAs(ana, OrgRole.VIEWER);

        assertThatThrownBy(() -> room.mine.save(wish)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> room.mine.stopMarketing()).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> room.mine.resumeMarketing()).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> room.mine.dispute("x", "wrong")).isInstanceOf(NotAllowed.class);
        assertThat(room.mine.sheet().version()).isZero();
    }

    @Test
    void staffIsNoCustomer() {
        room.actAsStaff(Scope.ALL);
        assertThatThrownBy(() -> room.mine.sheet()).isInstanceOf(NotAllowed.class);
        room.caller.bind(Caller.ANONYMOUS);
        assertThatThrownBy(() -> room.mine.sheet()).isInstanceOf(NotAllowed.class);
    }

    @Test
    void glanceTellsTheEssentialsInWords() {
        assertThat(room.mine.glance().chosen()).isFalse();
        assertThat(room.mine.glance().hours()).isEqualTo("Any day, 08:00 to 21:00, São Paulo time");

        room.mine.save(Wishes.from(room.mine.sheet())
                .prefer(Channel.WHATSAPP, Channel.EMAIL)
                .allow("offers", Channel.EMAIL)
                .forbid("opinion", Channel.EMAIL, Channel.WHATSAPP, Channel.SMS)
                .pause(LocalDate.of(2027, 1, 10))
                .wish());
        flushAndClear();

        MyGlance glance = room.mine.glance();
        assertThat(glance.chosen()).isTrue();
        assertThat(glance.first()).isEqualTo("WhatsApp");
        assertThat(glance.second()).isEqualTo("E-mail");
        assertThat(glance.allowed()).containsExactly("Offers for you");
        assertThat(glance.pausedUntil()).isEqualTo(LocalDate.of(2027, 1, 10));
        assertThat(glance.endsNext()).isEqualTo("2028-11-20T10:15:30.123456Z");
    }

    @Test
    void whoChangesTheirMindWithoutEndIsKeptInFullAndTellsStaffNotWithoutEnd() {
        for (int i = 0; i < 15; i++) {
            room.mine.save(Wishes.from(room.mine.sheet())
                    .allow("offers", Channel.EMAIL)
                    .wish());
            room.mine.save(Wishes.from(room.mine.sheet())
                    .forbid("offers", Channel.EMAIL)
                    .wish());
            flushAndClear();
        }

        assertThat(room.mine.history(ALL).total()).isEqualTo(30);
        assertThat(em.createQuery("select count(m) from OutboxMessage m where m.toAddress = :to", Long.class)
                        .setParameter("to", ConsentRoom.NOTICES)
                        .getSingleResult())
                .isEqualTo(20);
    }

    @Test
    void historyOpenedWithAnotherSeparatorHoldsNoFormulaEither() {
        MyHistoryLine written = noteByStaff(ana);
        room.mine.dispute(written.publicId(), ";=1+1");
        flushAndClear();

        assertThat(room.mine.historyFile()).contains(",';=1+1,");
    }

    @Test
    void historyCanBeTakenAwayAndHoldsNoFormula() {
        MyHistoryLine written = noteByStaff(ana);
        room.mine.dispute(written.publicId(), "=HYPERLINK(\"http://evil.test\")");
        flushAndClear();

        String[] lines = room.mine.historyFile().split("\r?\n");

        assertThat(lines).hasSize(3);
        assertThat(lines[0])
                .isEqualTo("\ufeffWhen (UTC),What was said,\"Where, and in answer to what\",In words,Entry");
        assertThat(lines[1]).contains(",\"'=HYPERLINK(");
        assertThat(lines[2]).startsWith("2026-11-20T10:15:30.123456Z,Allowed “Offers for you” by phone,");
    }

    private MyHistoryLine noteByStaff(Customer about) {
        room.actAsStaff(Scope.ALL);
        room.service.record(
                about.getPublicId(),
                new ConsentRecord(
                        "offers",
                        Channel.PHONE,
                        ConsentState.GRANTED,
                        new Told(Source.PHONE, LocalDate.of(2026, 11, 18), "Call me about offers")));
        flushAndClear();
        room.actAs(about);
        MyHistoryLine line = room.mine.history(ALL).items().get(0);
        room.actAs(ana);
        return line;
    }

    private static ChannelChoice choice(PreferenceSheet sheet, String purpose, Channel channel) {
        return sheet.purposes().stream()
                .filter(each -> each.code().equals(purpose))
                .findFirst()
                .flatMap(each -> each.channel(channel))
                .orElseThrow();
    }
}
