package org.vinculo.crm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.Installation;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.ServerUnderTest;
import org.vinculo.crm.it.access.Mailbox;
import org.vinculo.crm.it.access.PageClient;

/**
 * The built server at moments that clocks get wrong: both changes of summer time, the end of a year, the 29th of February,
 * and a clock that is set back by an hour. Its JVM runs on UTC, its people live in Madrid. See {@code clock.sh}.
 * System properties: {@code clock.library} (libfaketimeMT.so.1), {@code clock.folder} for the data, which each start takes
 * over from the one before.
 */
public final class OddMoments {

    private static final String ZONE = "Europe/Madrid";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Pattern FEED = Pattern.compile("calendar/feed/([A-Za-z0-9_-]+)");
    private static final List<String> PAGES = List.of(
            "home",
            "calendar/view",
            "tasks/list",
            "promises/list",
            "customers/list",
            "value/overview",
            "admin/audit",
            "admin/signins",
            "status");

    private final Path folder = Path.of(System.getProperty("clock.folder")).toAbsolutePath();
    private final Path clock = folder.resolve("clock");
    private ServerUnderTest server;
    private PageClient admin;
    private String feed;
    private String customer;
    private int wrong;

    private OddMoments() {}

    public static void main(String... arguments) throws IOException {
        OddMoments moments = new OddMoments();
        Files.createDirectories(moments.folder);
        moments.at("2027-03-28T00:45:00Z", moments::summerBegins);
        moments.at("2027-03-28T21:50:00Z", moments::shortDayEnds);
        moments.at("2027-10-30T23:50:00Z", moments::summerEnds);
        moments.at("2027-12-31T22:50:00Z", moments::yearEnds);
        moments.at("2028-02-29T10:00:00Z", moments::leapDay);
        Company.say(moments.wrong == 0 ? "all as it must be" : moments.wrong + " things are not as they must be");
        System.exit(moments.wrong == 0 ? 0 : 1);
    }

    private void at(String start, Runnable deeds) throws IOException {
        Files.deleteIfExists(folder.resolve("provision.properties"));
        set(start);
        try (ServerUnderTest running = Installation.plan(folder)
                .environment("LD_PRELOAD", System.getProperty("clock.library"))
                .environment("FAKETIME_TIMESTAMP_FILE", clock.toString())
                .environment("FAKETIME_CACHE_DURATION", "1")
                .environment("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                // The other way of waiting makes an idle JVM spin.
                .environment("FAKETIME_FORCE_MONOTONIC_FIX", "0")
                .environment("TZ", "Asia/Tokyo")
                .environment("CRM_ZONE", ZONE)
                .environment("CRM_LANGUAGE", "en")
                .environment("CRM_API_CALLS_PER_MINUTE", "100000")
                .environment("CRM_BACKUP_AT", "never")
                .start()) {
            server = running;
            admin = signedIn();
            Company.say(start + " the server runs");
            deeds.run();
            for (String page : PAGES) {
                PageClient.Answer answer = signedIn().get(page);
                expect(page, 200, answer.status());
            }
            expect(
                    "severe lines of the log",
                    0L,
                    server.log()
                            .lines()
                            .filter(line -> line.contains(" SEVERE "))
                            .count());
        }
    }

    private void summerBegins() {
        customer = api().post(
                        "customers",
                        "{\"kind\":\"ORGANISATION\",\"name\":\"Serra\"}",
                        Map.of("Idempotency-Key", "serra"))
                .value("id");
        appointment("Nine daily", "2027-03-26", "DAILY", ZONE);
        feed = PageClient.group(
                FEED, admin.submit("calendar/files", "feed", "renew", Map.of()).body());
        task("In the gap", "2027-03-28", "2027-03-28T02:30");
        task("After the gap", "2027-03-28", "2027-03-28T03:01");
        PageClient ended = signedIn();
        String endedSession = ended.sessionId();
        ended.signOut();
        String reset = reset();

        set("2027-03-28T00:59:55Z");
        Pause.of(Duration.ofSeconds(8));
        admin = signedIn();
        for (String day : List.of("2027-03-27", "2027-03-28", "2027-03-29")) {
            expect("begin on " + day, "9:00 AM", begin(day, "Nine daily"));
        }
        inFeed("DTSTART;TZID=Europe/Madrid:20270326T090000", "Nine daily");
        set("2027-03-28T01:01:35Z");
        comesOnce("After the gap");
        expect("in the gap, before its time", 0, told("In the gap"));
        set("2027-03-28T01:30:35Z");
        admin = signedIn();
        comesOnce("In the gap");
        PageClient idle = admin;
        set("2027-03-28T02:00:00Z");
        expect("a session that was idle", true, idle.get("home").leadsTo("signin"));
        expect("a link that is too old", false, admits(reset));

        Company.say("   the clock is set back by an hour");
        set("2027-03-28T01:00:00Z");
        expect("a session that was idle, before", true, idle.get("home").leadsTo("signin"));
        PageClient thief = new PageClient(server.backoffice());
        thief.useSession("STAFFSID", endedSession);
        expect("a session that was signed out", true, thief.get("home").leadsTo("signin"));
        expect("a link that was too old", false, admits(reset));
        admin = signedIn();
        task("Made after that", "2027-03-28", "2027-03-28T03:02");
        set("2027-03-28T01:02:05Z");
        Pause.of(PATIENCE);
        Company.say("   timed work "
                + (told("Made after that") == 0 ? "stands still until the next start, as the README says" : "goes on"));
        tellOnce("In the gap", "After the gap");
    }

    /** A day of 23 hours ends in Madrid while the server still has the day before midnight. */
    private void shortDayEnds() {
        comesOnce("Made after that");
        promise("Due on the short day", "2027-03-28");
        String token = token("2027-03-28");
        expect("promises told before midnight in Madrid", 0, told("Due on the short day"));
        set("2027-03-28T21:59:30Z");
        Pause.of(Duration.ofSeconds(15));
        expect("promises told before midnight in Madrid", 0, told("Due on the short day"));
        expect("a token on its last day", 200, status(token));
        comesOnce("Due on the short day");
        expect("a token after its last day", 401, status(token));
        Company.say("   the clock is set back by an hour");
        set("2027-03-28T21:10:00Z");
        expect("a token after its last day, before", 401, status(token));
    }

    private void summerEnds() {
        appointment("Nine in Lisbon", "2027-10-29", "DAILY", "Europe/Lisbon");
        // Half past two comes twice in the night.
        task("Comes twice", "2027-10-31", "2027-10-31T02:30");
        task("After both", "2027-10-31", "2027-10-31T03:01");
        set("2027-10-31T00:30:35Z");
        admin = signedIn();
        comesOnce("Comes twice");
        set("2027-10-31T00:59:55Z");
        admin = signedIn();
        Pause.of(Duration.ofSeconds(8));
        set("2027-10-31T01:30:35Z");
        admin = signedIn();
        Pause.of(Duration.ofSeconds(20));
        tellOnce("Comes twice");
        expect("told before its time", 0, told("After both"));
        for (String day : List.of("2027-10-30", "2027-10-31", "2027-11-01")) {
            expect("begin on " + day, "9:00 AM", begin(day, "Nine daily"));
            expect("begin in Madrid on " + day, "10:00 AM", begin(day, "Nine in Lisbon"));
        }
        inFeed("DTSTART;TZID=Europe/Lisbon:20271029T090000", "Nine in Lisbon");
        set("2027-10-31T02:01:35Z");
        admin = signedIn();
        comesOnce("After both");
        tellOnce("Comes twice", "In the gap", "After the gap", "Due on the short day");
    }

    private void yearEnds() {
        set("2027-12-31T22:59:50Z");
        expect("day of a purchase before midnight in Madrid", "2027-12-31", dayOfPurchase("one"));
        Pause.of(Duration.ofSeconds(13));
        expect("day of a purchase after midnight in Madrid", "2028-01-01", dayOfPurchase("two"));
        admin = signedIn();
        expect(
                "the calendar's month",
                true,
                admin.get("calendar/view?view=month").body().contains("January 2028"));
        set("2027-12-31T23:59:55Z");
        Pause.of(Duration.ofSeconds(8));
        expect("day of a purchase after midnight of the server", "2028-01-01", dayOfPurchase("three"));
        admin = signedIn();
        expect("begin on the last day", "9:00 AM", begin("2027-12-31", "Nine daily"));
    }

    private void leapDay() {
        task("Each month on this day", "2028-02-29", "2028-02-29T11:30");
        set("2028-02-29T10:30:35Z");
        admin = signedIn();
        comesOnce("Each month on this day");
        expect("begin", "9:00 AM", begin("2028-02-29", "Nine daily"));
        expect("day of a purchase", "2028-02-29", dayOfPurchase("four"));
        set("2028-02-29T22:59:55Z");
        Pause.of(Duration.ofSeconds(8));
        expect("day of a purchase after it", "2028-03-01", dayOfPurchase("five"));
    }

    /** Sets the clock of the server; programs read the file once a second. */
    private void set(String moment) {
        try {
            long ahead = Instant.parse(moment).getEpochSecond() - Instant.now().getEpochSecond();
            Path half = Files.writeString(folder.resolve("clock.half"), (ahead < 0 ? "" : "+") + ahead + "\n");
            Files.move(half, clock, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Pause.of(Duration.ofSeconds(2));
    }

    private ApiClient api() {
        return new ApiClient(server.backoffice(), Installation.TOKEN);
    }

    private PageClient signedIn() {
        PageClient client = new PageClient(server.backoffice());
        PageClient.Answer answer = client.signIn(Installation.ADMIN, Installation.PASSWORD);
        if (!answer.leadsTo("/home")) {
            throw new IllegalStateException(answer.status() + " " + answer.location() + "\n" + answer.body());
        }
        return client;
    }

    private void appointment(String title, String day, String repeat, String zone) {
        made(admin.submit(
                "calendar/new",
                "form",
                "save",
                Map.of(
                        "title",
                        title,
                        "day",
                        day,
                        "time",
                        "09:00",
                        "minutes",
                        "60",
                        "zone",
                        zone,
                        "repeat",
                        repeat,
                        "interval",
                        "1")));
    }

    private void task(String title, String due, String remindAt) {
        PageClient.Answer page = admin.get("tasks/new");
        made(admin.postWhole(
                page, "tasks/new", "form", "save", Map.of("title", title, "dueOn", due, "remindAt", remindAt)));
    }

    private void promise(String what, String due) {
        String tab = "customers/view?id=" + customer + "&tab=activity";
        made(admin.postWhole(admin.get(tab), tab, "newPromise", "make", Map.of("what", what, "dueOn", due)));
    }

    private String token(String lastDay) {
        PageClient.Answer page = admin.get("admin/tokens");
        PageClient.Answer made = admin.postWhole(
                page,
                "admin/tokens",
                "form",
                "create",
                Map.of("name", "Until " + lastDay, "permissions", "CUSTOMER_VIEW", "expiresAt", lastDay));
        return PageClient.group(Pattern.compile("id=\"(?:form:)?newSecret\">([^<]+)<"), made.body());
    }

    private String reset() {
        new PageClient(server.backoffice()).submit("forgot", "forgot", "submit", Map.of("email", Installation.ADMIN));
        return Mailbox.pageOf(Mailbox.link(admin, "reset", Installation.ADMIN));
    }

    private boolean admits(String reset) {
        return new PageClient(server.backoffice()).get(reset).body().contains("reset:password");
    }

    private static void made(PageClient.Answer answer) {
        if (answer.status() != 200
                || answer.location() == null && !answer.body().contains("partial-response")) {
            throw new IllegalStateException(answer.body());
        }
    }

    private int status(String token) {
        return new ApiClient(server.backoffice(), token)
                .get("customers?limit=1")
                .status();
    }

    private String dayOfPurchase(String key) {
        return api().post(
                        "customers/" + customer + "/purchases",
                        "{\"purchasedAt\":\"" + now() + "\",\"documentNumber\":\"" + key
                                + "\",\"currency\":\"EUR\",\"description\":\"Book\",\"quantity\":1,\"unitPrice\":10}",
                        Map.of("Idempotency-Key", key))
                .value("purchasedOn");
    }

    private Instant now() {
        try {
            return Instant.now()
                    .plusSeconds(Long.parseLong(Files.readString(clock).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When an appointment begins on a day, as the calendar says. */
    private String begin(String day, String title) {
        String page =
                admin.get("calendar/view?view=day&date=" + LocalDate.parse(day)).body();
        Matcher found = Pattern.compile(
                        "cal-time\">([^ ]* [AP]M) (?:(?!cal-time).)*?>" + Pattern.quote(title) + "<", Pattern.DOTALL)
                .matcher(page.replace('\u202f', ' '));
        return found.find() ? found.group(1) : "nothing";
    }

    private void inFeed(String line, String title) {
        ApiClient nobody = new ApiClient(server.backoffice(), null);
        String text = nobody.get("calendar/feed/" + feed).body();
        expect(
                "feed has " + title,
                true,
                Stream.of(text.split("BEGIN:VEVENT"))
                        .anyMatch(event -> event.contains("SUMMARY:" + title) && event.contains(line)));
    }

    private void comesOnce(String title) {
        Instant end = Instant.now().plus(PATIENCE);
        while (told(title) == 0 && Instant.now().isBefore(end)) {
            Pause.of(LOOK_AGAIN);
        }
        tellOnce(title);
    }

    private void tellOnce(String... titles) {
        for (String title : titles) {
            expect("notices of " + title, 1, told(title));
            expect("mails of " + title, 1, mails(title));
        }
    }

    private int told(String title) {
        return count(admin.get("notices").body(), title);
    }

    private int mails(String title) {
        return (int)
                Mailbox.all(admin).stream().filter(mail -> mail.contains(title)).count();
    }

    private static int count(String text, String word) {
        return (int) Pattern.compile(">[^<]*" + Pattern.quote(word) + "[^<]*<")
                .matcher(text)
                .results()
                .count();
    }

    private void expect(String what, Object must, Object is) {
        boolean right = must.equals(is);
        Company.say((right ? "   " : "   WRONG: ") + what + ": " + is + (right ? "" : " instead of " + must));
        wrong += right ? 0 : 1;
    }
}
