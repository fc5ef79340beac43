package org.vinculo.crm.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.activity.entity.AppointmentGuest;
import org.vinculo.crm.activity.internal.AnswerPart;
import org.vinculo.crm.activity.internal.CalendarBook;
import org.vinculo.crm.activity.internal.CalendarFiles;
import org.vinculo.crm.activity.internal.CalendarQuery;
import org.vinculo.crm.activity.internal.Feeds;
import org.vinculo.crm.activity.internal.Guests;
import org.vinculo.crm.activity.internal.InvitationLinks;
import org.vinculo.crm.activity.internal.RelatedAppointments;
import org.vinculo.crm.activity.portal.Invitations;
import org.vinculo.crm.activity.portal.MyAppointment;
import org.vinculo.crm.activity.portal.MyAppointments;
import org.vinculo.crm.audit.AccessLog;
import org.vinculo.crm.audit.AuditFilter;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.audit.AuditTrail;
import org.vinculo.crm.audit.AuditView;
import org.vinculo.crm.audit.FieldChange;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.notification.Notices;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.party.RelatedRecord;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;

/** Appointments: reach, exceptions of series, invitations that answer once, the secret address, and files. */
class CalendarTest extends ActivityTest {

    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-02-01T00:00:00Z");

    private CalendarService calendar;
    private CalendarFeedService feeds;
    private Invitations invitations;
    private MyAppointments mine;

    @BeforeEach
    void wireCalendar() {
        north.takePassword("x", NOW);
        north.verifyEmail(NOW);
        south.takePassword("x", NOW);
        south.verifyEmail(NOW);
        em.flush();
        CalendarBook book = wire(new CalendarBook(), who);
        CalendarQuery query = wire(new CalendarQuery(), book, customers, directory, who);
        Guests guests = wire(
                new Guests(),
                who,
                directory,
                customers,
                book,
                wire(new Outbox(), settings),
                wire(new Notices()),
                settings);
        Feeds feed = wire(
                new Feeds(),
                who,
                query,
                book,
                guests,
                directory,
                settings,
                wire(new AccessLog(), settings),
                wire(new AuditLog(), callers));
        calendar = wire(
                new CalendarService(),
                customers,
                callers,
                directory,
                book,
                query,
                wire(new CalendarFiles(), who, book),
                guests,
                feed,
                who);
        feeds = wire(new CalendarFeedService(), feed);
        invitations = wire(new Invitations(), wire(new InvitationLinks(), guests, directory));
        mine = wire(new MyAppointments(), customers, query, who);
    }

    private static AppointmentForm form(String title, String day) {
        AppointmentForm form = new AppointmentForm();
        form.setTitle(title);
        form.setDay(LocalDate.parse(day));
        form.setTime(LocalTime.of(9, 0));
        form.setZone("Europe/Lisbon");
        return form;
    }

    private AppointmentView weekly() {
        AppointmentForm form = form("Tasting", "2026-12-01");
        form.setRepeat(RepeatKind.WEEKLY);
        form.setCount(5);
        AppointmentView made = calendar.make(form);
        em.flush();
        return made;
    }

    private List<String> days() {
        return calendar.between(FROM, TO, false).stream()
                .map(one -> one.startsAt().toString().substring(0, 16) + " " + one.title())
                .toList();
    }

    @Test
    void appointmentOutOfReachDoesNotExist() {
        callAs(south, Scope.OWN);
        AppointmentForm theirs = form("Secret", "2026-12-01");
        theirs.setCustomer(id(bruno));
        String id = calendar.make(theirs).publicId();
        em.flush();
        callAs(north, Scope.TEAM);

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> calendar.get(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> calendar.form(id, null)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> calendar.cancel(id, SeriesScope.ALL, null)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> calendar.answer(id, true)).isInstanceOf(NotFound.class);
        });
        assertThat(calendar.between(FROM, TO, true)).isEmpty();
    }

    @Test
    void onlyThisOneMovesAndOnlyThatOneIsCalledOff() {
        AppointmentView series = weekly();
        AppointmentForm one = calendar.form(series.publicId(), LocalDateTime.parse("2026-12-08T09:00"));
        one.setScope(SeriesScope.THIS);
        one.setDay(LocalDate.parse("2026-12-09"));
        one.setTitle("Tasting with guests");
        calendar.change(one);
        em.flush();
        calendar.cancel(series.publicId(), SeriesScope.THIS, LocalDateTime.parse("2026-12-15T09:00"));
        em.flush();

        assertThat(days())
                .containsExactly(
                        "2026-12-01T09:00 Tasting",
                        "2026-12-09T09:00 Tasting with guests",
                        "2026-12-22T09:00 Tasting",
                        "2026-12-29T09:00 Tasting");
    }

    @Test
    void thisAndTheFollowingBecomeASeriesOfTheirOwn() {
        AppointmentView series = weekly();
        AppointmentForm rest = calendar.form(series.publicId(), LocalDateTime.parse("2026-12-15T09:00"));
        rest.setScope(SeriesScope.FOLLOWING);
        rest.setTime(LocalTime.of(14, 0));
        calendar.change(rest);
        em.flush();

        assertThat(days())
                .containsExactly(
                        "2026-12-01T09:00 Tasting",
                        "2026-12-08T09:00 Tasting",
                        "2026-12-15T14:00 Tasting",
                        "2026-12-22T14:00 Tasting",
                        "2026-12-29T14:00 Tasting");
    }

    @Test
    void allMoveTogetherWithWhatWasDifferent() {
        AppointmentView series = weekly();
        calendar.cancel(series.publicId(), SeriesScope.THIS, LocalDateTime.parse("2026-12-15T09:00"));
        em.flush();
        AppointmentForm all = calendar.form(series.publicId(), LocalDateTime.parse("2026-12-08T09:00"));
        all.setScope(SeriesScope.ALL);
        all.setDay(LocalDate.parse("2026-12-09"));
        calendar.change(all);
        em.flush();

        assertThat(days())
                .containsExactly(
                        "2026-12-02T09:00 Tasting",
                        "2026-12-09T09:00 Tasting",
                        "2026-12-23T09:00 Tasting",
                        "2026-12-30T09:00 Tasting");
    }

    @Test
    void followingOnesEndAndAnOldCopyIsRefused() {
        AppointmentView series = weekly();
        calendar.cancel(series.publicId(), SeriesScope.FOLLOWING, LocalDateTime.parse("2026-12-15T09:00"));
        em.flush();
        assertThat(days()).hasSize(2);

        AppointmentForm stale = calendar.form(series.publicId(), null);
        stale.setVersion(stale.getVersion() + 3);
        assertThatThrownBy(() -> calendar.change(stale)).isInstanceOf(ConcurrentChange.class);
        assertThatThrownBy(() ->
                        calendar.cancel(series.publicId(), SeriesScope.THIS, LocalDateTime.parse("2026-12-16T09:00")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void linkOfAnInvitationAnswersOnce() {
        AppointmentForm form = form("Tasting", "2026-12-01");
        form.setAddresses("guest@example.org");
        String id = calendar.make(form).publicId();
        em.flush();
        String secret = secretOf("guest@example.org");
        callers.bind(Caller.ANONYMOUS);

        assertThat(invitations.look(secret, Locale.ENGLISH).title()).isEqualTo("Tasting");
        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> invitations.look(secret.substring(1) + "x", Locale.ENGLISH))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> invitations.answer(null, true)).isInstanceOf(NotFound.class);
        });
        invitations.answer(secret, true);
        em.flush();
        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> invitations.answer(secret, false)).isInstanceOf(NotFound.class);
        });
        callAs(north, Scope.OWN);
        assertThat(calendar.get(id).guests()).extracting(GuestView::answer).containsExactly(GuestAnswer.ACCEPTED);
        assertThat(em.createQuery("select g.tokenHash from AppointmentGuest g", String.class)
                        .getResultList())
                .doesNotContain(secret);
    }

    /** The rules are those of every other address: who writes another script has one too, and look-alikes are none. */
    @Test
    void guestsHaveAddressesLikeEverybodyElse() {
        String longest = "guest@" + "a234567890123456789012345678901234567890123456789012345678.".repeat(4) + "example";
        AppointmentForm form = form("Tasting", "2026-12-01");
        form.setAddresses("jo\u00e3o@b\u00fcro.example; INFO@Example.org, " + longest);

        String id = calendar.make(form).publicId();
        flushAndClear();

        assertThat(calendar.form(id, null).getAddresses().split(", "))
                .containsExactlyInAnyOrder("jo\u00e3o@b\u00fcro.example", "info@example.org", longest);
        for (String none : List.of("mar\u1d62a@example.org", "p\u0430ypal@example.org", "a@-.xy", "a..b@example.org")) {
            AppointmentForm wrong = form("Tasting", "2026-12-01");
            wrong.setAddresses(none);
            assertThatThrownBy(() -> calendar.make(wrong)).as(none).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void answerOfACustomerStandsInTheirStory() {
        callAs(north, Scope.ALL);
        long customer =
                entity(service.create(person("Ana", "Guest")).ref().publicId()).getId();
        String id = calendar.make(form("Tasting", "2026-12-01")).publicId();
        em.flush();
        Long appointment = em.createQuery("select a.id from Appointment a where a.publicId = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult();
        AppointmentGuest guest = new AppointmentGuest(appointment, null, customer);
        guest.reach("Ana Guest", "ana@example.org", "en");
        guest.answer(GuestAnswer.DECLINED, NOW);
        em.persist(guest);
        flushAndClear();
        AnswerPart part = wire(new AnswerPart(), callers);

        assertThat(part.timeline(customer, TimelineCursor.START, 10))
                .extracting(entry -> entry.title().key())
                .containsExactly("activity.timeline.DECLINED");
        assertThat(part.timeline(customer + 1, TimelineCursor.START, 10)).isEmpty();
        callAsCustomer(customer, org.vinculo.crm.identity.OrgRole.ADMIN);
        assertThat(part.timeline(customer, TimelineCursor.START, 10)).isEmpty();
    }

    @Test
    void customersWriteAboutWhatIsShownToThemAndNobodyElse() {
        callAs(north, Scope.ALL);
        String ana = service.create(person("Ana", "Guest")).ref().publicId();
        String bia = service.create(person("Bia", "Guest")).ref().publicId();
        AppointmentForm shown = form("Tasting", "2026-12-01");
        shown.setCustomer(ana);
        shown.setShown(true);
        String seen = calendar.make(shown).publicId();
        AppointmentForm inner = form("Inner talk", "2026-12-02");
        inner.setCustomer(ana);
        inner.setShown(false);
        String hidden = calendar.make(inner).publicId();
        flushAndClear();
        RelatedAppointments related =
                wire(new RelatedAppointments(), callers, wire(new org.vinculo.crm.activity.internal.CalendarBook()));
        long customer = entity(ana).getId();

        assertThat(related.recent(customer, 10))
                .extracting(RelatedRecord::publicId)
                .containsExactly(hidden, seen);
        callAsCustomer(customer, org.vinculo.crm.identity.OrgRole.ADMIN);
        assertThat(related.recent(customer, 10))
                .extracting(RelatedRecord::publicId, RelatedRecord::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(seen, "/appointments"));
        assertThat(related.find(customer, hidden)).isEmpty();
        callAsCustomer(entity(bia).getId(), org.vinculo.crm.identity.OrgRole.ADMIN);
        assertThat(related.find(customer, seen)).isEmpty();
        assertThat(related.find(entity(bia).getId(), seen)).isEmpty();
    }

    private String secretOf(String address) {
        Object[] mail = em.createQuery(
                        "select m.body, m.calendarText from OutboxMessage m where m.toAddress = :to", Object[].class)
                .setParameter("to", address)
                .getSingleResult();
        assertThat((String) mail[1])
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("METHOD:REQUEST", "TZID=Europe/Lisbon:20261201T090000", "BEGIN:VTIMEZONE");
        String body = (String) mail[0];
        int at = body.indexOf("token=") + "token=".length();
        return body.substring(at, at + 43);
    }

    @Test
    void feedOpensByItsSecretOnly() {
        weekly();
        String first = calendar.renewFeed();
        em.flush();
        String file = feeds.read(first);
        assertThat(file)
                .contains("RRULE:FREQ=WEEKLY;COUNT=5", "SUMMARY:Tasting")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(file.split("\r\n", -1)).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);

        String second = calendar.renewFeed();
        em.flush();
        assertThatThrownBy(() -> feeds.read(first)).isInstanceOf(NotFound.class);
        assertThat(feeds.read(second)).contains("Tasting");
        calendar.revokeFeed();
        em.flush();
        assertThatThrownBy(() -> feeds.read(second)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> feeds.read("x")).isInstanceOf(NotFound.class);
    }

    @Test
    void trailTellsThatTheFeedWasRenewedAndSwitchedOffButNotItsSecret() {
        String secret = calendar.renewFeed();
        em.flush();
        calendar.revokeFeed();
        calendar.revokeFeed();
        em.flush();

        List<AuditView> kept = wire(new AuditTrail())
                .find(new AuditFilter(null, "calendarFeed", callers.get().name(), null, NOW, null), null, 10);

        assertThat(kept).extracting(AuditView::action).containsExactly("calendarFeed.revoked", "calendarFeed.renewed");
        assertThat(kept.get(1).changes()).containsExactly(new FieldChange("madeAt", null, NOW.toString()));
        assertThat(kept.get(0).changes()).containsExactly(new FieldChange("madeAt", NOW.toString(), null));
        assertThat(kept.toString()).doesNotContain(secret);
    }

    @Test
    void fileReadTwiceIsThereOnce() {
        byte[] file = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n"
                        + "DTSTART;TZID=Europe/Lisbon:20261203T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\n"
                        + "EXDATE;TZID=Europe/Lisbon:20261204T100000\r\nSUMMARY:Fair\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(calendar.take(file)).isEqualTo(new CalendarImportResult(1, 0, 0));
        em.flush();
        assertThat(calendar.take(file)).isEqualTo(new CalendarImportResult(0, 1, 0));
        em.flush();
        assertThat(days()).containsExactly("2026-12-03T10:00 Fair", "2026-12-05T10:00 Fair");
    }

    @Test
    void customerSeesOwnAppointmentsThatAreShown() {
        AppointmentForm shown = form("Visit", "2026-12-01");
        shown.setCustomer(id(ana));
        calendar.make(shown);
        AppointmentForm hidden = form("Talk about Ana", "2026-12-02");
        hidden.setCustomer(id(ana));
        hidden.setShown(false);
        calendar.make(hidden);
        callAs(south, Scope.OWN);
        AppointmentForm ofBruno = form("Visit of Bruno", "2026-12-03");
        ofBruno.setCustomer(id(bruno));
        calendar.make(ofBruno);
        em.flush();
        callAsCustomer(ana.ref().id(), OrgRole.ADMIN);

        assertThat(mine.coming()).extracting(MyAppointment::title).containsExactly("Visit");
        assertThat(mine.past()).isEmpty();
    }

    @Test
    void somebodyElseIsOnlyToldToBeBusy() {
        callAs(south, Scope.OWN);
        calendar.make(form("Dentist", "2026-12-01"));
        em.flush();
        callAs(north, Scope.OWN);
        AppointmentForm form = form("Tasting", "2026-12-01");
        form.setColleagues(List.of(south.getPublicId()));

        assertThat(calendar.busy(form)).singleElement().satisfies(busy -> {
            assertThat(busy.name()).isEqualTo("south");
            assertThat(busy.toString()).doesNotContain("Dentist");
        });
        form.setTime(LocalTime.of(12, 0));
        assertThat(calendar.busy(form)).isEmpty();
    }
}
