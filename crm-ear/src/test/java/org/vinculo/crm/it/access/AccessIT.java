package org.vinculo.crm.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.vinculo.crm.it.AtOnce;
import org.vinculo.crm.it.ServerUnderTest;
import org.vinculo.crm.it.access.PageClient.Answer;

/** The two doors of a fresh installation, from the first administrator to the last trick of an attacker. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessIT {

    private static final String ADMIN = "joana@serra.example";
    private static final String PASSWORD = "trombone sails nine lakes";
    private static final String ANA = "ana@cliente.example";
    private static final String ANAS_PASSWORD = "violin walks four rivers";
    private static final String BRUNO = "bruno@serra.example";
    private static final String BRUNOS_PASSWORD = "clarinet sleeps two hills";
    private static final int RACERS = 20;
    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.prepare().start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static PageClient staff() {
        return new PageClient(server.backoffice());
    }

    private static PageClient customer() {
        return new PageClient(server.portal());
    }

    private static PageClient admin() {
        PageClient client = staff();
        assertThat(client.signIn(ADMIN, PASSWORD).leadsTo("/home")).isTrue();
        return client;
    }

    @Test
    @Order(10)
    void exactlyOneOfTwentyBecomesTheFirstAdministrator() throws Exception {
        URI link = URI.create(server.setUpLink());
        String page = "setup?" + link.getRawQuery();
        List<Callable<Answer>> posts = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            PageClient racer = staff();
            Answer opened = racer.get(page);
            assertThat(opened.status()).isEqualTo(200);
            String email = i == 0 ? ADMIN : "racer" + i + "@serra.example";
            posts.add(() -> racer.post(
                    opened, page, "setup", "submit", Map.of("name", "Joana", "email", email, "password", PASSWORD)));
        }

        List<Answer> answers = AtOnce.all(posts);

        assertThat(answers.stream().filter(answer -> answer.leadsTo("/signin"))).hasSize(1);
        assertThat(staff().get(page).status()).isEqualTo(404);
        assertThat(staff().get("setup").status()).isEqualTo(404);
        if (!answers.get(0).leadsTo("/signin")) {
            int winner = answers.indexOf(answers.stream()
                    .filter(answer -> answer.leadsTo("/signin"))
                    .findFirst()
                    .orElseThrow());
            renameTo(ADMIN, "racer" + winner + "@serra.example");
        }
        assertThat(staff().signIn(ADMIN, PASSWORD).leadsTo("/home")).isTrue();
    }

    private static void renameTo(String email, String present) {
        PageClient winner = staff();
        assertThat(winner.signIn(present, PASSWORD).leadsTo("/home")).isTrue();
        String id = PageClient.group(
                Pattern.compile("user\\?id=([A-Za-z0-9_-]{22})"),
                winner.get("admin/users").body());
        Answer opened = winner.get("admin/user?id=" + id);
        Map<String, String> fields = new HashMap<>(Map.of("name", "Joana", "email", email, "language", "en"));
        fields.put("roleIds", checked(opened.body()));
        assertThat(winner.post(opened, "admin/user?id=" + id, "form", "save", fields)
                        .leadsTo("/admin/user"))
                .isTrue();
    }

    private static String checked(String html) {
        Matcher box = Pattern.compile("<input[^>]*type=\"checkbox\"[^>]*>").matcher(html);
        while (box.find()) {
            if (box.group().contains("checked") && box.group().contains("roleIds")) {
                return PageClient.group(Pattern.compile("value=\"([^\"]+)\""), box.group());
            }
        }
        throw new AssertionError("no role is checked");
    }

    @Test
    @Order(15)
    void whatOthersShipWithOpensNothingHere() {
        String demo = "Demo-2026!";
        assertThat(staff().signIn("admin", "admin").location()).isNull();
        assertThat(staff().signIn("admin@demo.example", demo).location()).isNull();
        assertThat(customer().signIn("ana@demo.example", demo).location()).isNull();
    }

    @Test
    @Order(20)
    void aCustomerRegistersProvesTheAddressAndComesIn() {
        PageClient ana = customer();
        ana.submit("register", "registerForm", "submit", Map.of("name", "Ana Souza", "email", ANA));
        String page = Mailbox.pageOf(Mailbox.link(admin(), "verify-email"));

        Answer accepted = ana.submit(
                page, "accept", "submit", Map.of("name", "Ana Souza", "password", ANAS_PASSWORD, "email", ANA));

        assertThat(accepted.leadsTo("/signin")).isTrue();
        assertThat(ana.signIn(ANA, ANAS_PASSWORD).leadsTo("/home")).isTrue();
        assertThat(ana.get("security").status()).isEqualTo(200);
        assertThat(customer().get(page).body()).doesNotContain("accept:password");
    }

    @Test
    @Order(30)
    void exactlyOneOfTwentyAcceptsAnInvitation() throws Exception {
        invite(admin(), "Bruno", BRUNO);
        String page = Mailbox.pageOf(Mailbox.link(admin(), "accept"));
        List<Callable<Answer>> posts = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            PageClient racer = staff();
            Answer opened = racer.get(page);
            posts.add(() -> racer.post(
                    opened,
                    page,
                    "accept",
                    "submit",
                    Map.of("name", "Bruno", "password", BRUNOS_PASSWORD, "email", BRUNO)));
        }

        assertThat(AtOnce.all(posts).stream().filter(answer -> answer.leadsTo("/signin")))
                .hasSize(1);
        assertThat(staff().signIn(BRUNO, BRUNOS_PASSWORD).leadsTo("/home")).isTrue();
    }

    @Test
    @Order(35)
    void whatIsClosedToSomebodyIsRefusedAndAdministratorsReadOfIt() {
        PageClient bruno = staff();
        bruno.signIn(BRUNO, "wrong password here");
        bruno.signIn(BRUNO, BRUNOS_PASSWORD);
        assertThat(bruno.get("admin/users").status()).isEqualTo(404);
        assertThat(bruno.get("customers/view?id=" + "A".repeat(22)).status()).isEqualTo(404);
        PageClient ana = customer();
        ana.signIn(ANA, ANAS_PASSWORD);
        assertThat(ana.get("purchases/view?id=" + "A".repeat(22)).status()).isEqualTo(404);

        String trail = admin().get("admin/audit?action=access.refused").body();

        assertThat(trail)
                .contains(
                        "Bruno",
                        "Ana Souza",
                        "Asked for what is closed to them or not there",
                        "GET /admin/users",
                        "GET /customers/view",
                        "GET /purchases/view",
                        "127.0.0.1")
                .doesNotContain("AAAAAAAA");
        assertThat(admin().get("admin/audit?who=Bruno").body()).contains(">Signed in<", ">Sign-in refused<");
    }

    @Test
    @Order(37)
    void whoLosesARoleLosesItOnTheNextClick() {
        PageClient bruno = staff();
        bruno.signIn(BRUNO, BRUNOS_PASSWORD);
        Answer form = bruno.get("customers/new");
        assertThat(form.status()).isEqualTo(200);
        assertThat(bruno.get("admin/audit").status()).isEqualTo(404);

        give("Auditor");

        assertThat(bruno.get("customers/new").status()).isEqualTo(404);
        Answer late = bruno.postWhole(
                form, "customers/new", "form", "save", Map.of("givenName", "Too", "familyName", "Late"));
        assertThat(late.leadsTo("/customers/view")).as("a form from before").isFalse();
        assertThat(bruno.get("admin/audit").status()).isEqualTo(200);
        assertThat(Mailbox.all(bruno))
                .as("who only looks on reads mails, not the links that open accounts")
                .isNotEmpty()
                .noneMatch(mail -> mail.contains("?token="));
        assertThat(Mailbox.all(admin()))
                .as("without a mail server the administrator hands them on")
                .anyMatch(mail -> mail.contains("?token="));
        give("Sales");
        assertThat(bruno.get("customers/new").status()).isEqualTo(200);
        assertThat(bruno.get("admin/audit").status()).isEqualTo(404);
        assertThat(admin().get("customers/list?q=Late").body()).doesNotContain("Too Late");
    }

    private static void give(String role) {
        PageClient admin = admin();
        String id = PageClient.group(
                Pattern.compile("user\\?id=([A-Za-z0-9_-]{22})"),
                admin.get("admin/users?q=bruno").body());
        Answer opened = admin.get("admin/user?id=" + id);
        Answer saved = admin.post(
                opened,
                "admin/user?id=" + id,
                "form",
                "save",
                Map.of("name", "Bruno", "email", BRUNO, "language", "en", "roleIds", role(opened, role)));
        assertThat(saved.leadsTo("/admin/user")).as(role).isTrue();
    }

    private static String role(Answer opened, String name) {
        return PageClient.group(
                Pattern.compile("value=\"([A-Za-z0-9_-]{22})\"[^>]*/?><label[^>]*>\\s*" + name + "<"), opened.body());
    }

    @Test
    @Order(40)
    void noDoorOpensForTheOtherRealm() {
        assertThat(customer().signIn(ADMIN, PASSWORD).location()).isNull();
        assertThat(staff().signIn(ANA, ANAS_PASSWORD).location()).isNull();

        PageClient ana = customer();
        ana.signIn(ANA, ANAS_PASSWORD);
        PageClient thief = staff();
        thief.useSession("STAFFSID", ana.sessionId());
        assertThat(thief.get("home").leadsTo("/signin")).isTrue();
        PageClient other = customer();
        other.useSession("PORTALSID", admin().sessionId());
        assertThat(other.get("home").leadsTo("/signin")).isTrue();
    }

    @Test
    @Order(50)
    void parallelRequestsOfAValidUserAreNeverRefused() throws Exception {
        PageClient admin = admin();
        PageClient ana = customer();
        ana.signIn(ANA, ANAS_PASSWORD);
        List<Callable<Answer>> requests = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            requests.add(() -> admin.get("profile"));
            requests.add(() -> ana.get("security"));
        }

        assertThat(AtOnce.all(requests, 8))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    }

    @Test
    @Order(60)
    void theSessionIsRenewedAtSignInAndDeadAfterSignOut() {
        PageClient client = staff();
        client.get("signin");
        String before = client.sessionId();
        client.signIn(ADMIN, PASSWORD);
        String after = client.sessionId();
        assertThat(after).isNotEqualTo(before).hasSizeGreaterThanOrEqualTo(32);

        PageClient fixer = staff();
        fixer.useSession("STAFFSID", before);
        assertThat(fixer.get("home").leadsTo("/signin")).isTrue();
        assertThat(staff().get("home;jsessionid=" + after).status()).isNotEqualTo(200);

        client.signOut();
        PageClient replay = staff();
        replay.useSession("STAFFSID", after);
        assertThat(replay.get("home").leadsTo("/signin")).isTrue();
    }

    @Test
    @Order(70)
    void formsFromElsewhereDoNothing() {
        Answer answer = staff().postFrom(
                        "https://evil.example",
                        "signin",
                        "signIn",
                        "submit",
                        Map.of("email", ADMIN, "password", PASSWORD));

        assertThat(answer.status()).isIn(403, 404);
        assertThat(answer.location()).isNull();
    }

    @Test
    @Order(80)
    void knownAndUnknownAddressesGetTheSameAnswers() {
        Answer known = staff().signIn(ADMIN, "wrong password here");
        Answer unknown = staff().signIn("nobody@serra.example", "wrong password here");
        assertThat(plain(known)).isEqualTo(plain(unknown)).contains("do not fit together");

        Answer knownForgot = staff().submit("forgot", "forgot", "submit", Map.of("email", ADMIN));
        Answer unknownForgot = staff().submit("forgot", "forgot", "submit", Map.of("email", "nobody@serra.example"));
        assertThat(plain(knownForgot)).isEqualTo(plain(unknownForgot));

        Answer knownNew =
                customer().submit("register", "registerForm", "submit", Map.of("name", "Someone", "email", ANA));
        Answer unknownNew = customer()
                .submit(
                        "register",
                        "registerForm",
                        "submit",
                        Map.of("name", "Someone", "email", "nobody@cliente.example"));
        assertThat(knownNew.status()).isEqualTo(200);
        assertThat(plain(knownNew)).isEqualTo(plain(unknownNew));

        PageClient admin = admin();
        Answer taken = admin.submit("profile/security", "emailForm", "changeEmail", Map.of("email", BRUNO));
        Answer free =
                admin.submit("profile/security", "emailForm", "changeEmail", Map.of("email", "nobody@serra.example"));
        assertThat(plain(taken).replace(BRUNO, "it"))
                .isEqualTo(plain(free).replace("nobody@serra.example", "it"))
                .contains("it");
    }

    private static String plain(Answer answer) {
        return answer.body()
                .replaceAll("(?s)<update id=\"[^\"]*ViewState[^>]*>.*?</update>", "")
                .replaceAll("nonce=\"[^\"]*\"|csp\\.init\\('[^']*'", "")
                .replaceAll("value=\"[^\"]*@[^\"]*\"", "");
    }

    @Test
    @Order(90)
    void aResetLinkWorksOnceForItsOwnerAndEndsTheSessions() throws Exception {
        PageClient bruno = staff();
        bruno.signIn(BRUNO, BRUNOS_PASSWORD);
        forgotFrom("evil.test", BRUNO);
        String link = Mailbox.link(admin(), "reset", BRUNO);
        assertThat(link).startsWith(server.backoffice().toString());
        assertThat(Mailbox.all(admin())).noneMatch(mail -> mail.contains("evil.test"));
        String page = Mailbox.pageOf(link);
        assertThat(customer().get(page).body())
                .as("a link of staff at the door of the customers")
                .doesNotContain("reset:password");
        for (String tampered : List.of("", "%25", "*", "_", "a", page.substring(page.indexOf('=') + 2))) {
            assertThat(staff().get("reset?token=" + tampered).body()).doesNotContain("reset:password");
        }

        String changed = "oboe climbs seven towers";
        List<Callable<Answer>> posts = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            PageClient racer = staff();
            Answer opened = racer.get(page);
            posts.add(() -> racer.post(
                    opened,
                    page,
                    "reset",
                    "submit",
                    Map.of("password", changed, "email", ADMIN, "=email", ADMIN, "=account", "1")));
        }
        assertThat(AtOnce.all(posts).stream().filter(answer -> answer.leadsTo("/signin")))
                .hasSize(1);

        assertThat(bruno.get("home").leadsTo("/signin")).isTrue();
        assertThat(staff().get(page).body()).doesNotContain("reset:password");
        assertThat(staff().signIn(BRUNO, BRUNOS_PASSWORD).location()).isNull();
        assertThat(staff().signIn(BRUNO, changed).leadsTo("/home")).isTrue();
    }

    /** Somebody else asks for the link, and says that this server has another name. */
    private static void forgotFrom(String host, String email) {
        PageClient thief = staff();
        Answer opened = thief.get("forgot");
        String body = PageClient.body(opened, "forgot", "submit", Map.of("email", email));
        String answer = Wire.say(
                server.backoffice(),
                "POST /backoffice/forgot HTTP/1.1",
                "Host: " + host,
                "X-Forwarded-Host: " + host,
                "Forwarded: host=" + host,
                "Origin: " + thief.origin(),
                "Cookie: STAFFSID=" + thief.sessionId(),
                "Faces-Request: partial/ajax",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.length(),
                "Connection: close",
                "",
                body);
        assertThat(Wire.status(answer)).isEqualTo(200);
        assertThat(answer).doesNotContain(host);
    }

    @Test
    @Order(100)
    void whoeverIsDisabledIsOutOnTheNextClick() {
        PageClient bruno = staff();
        bruno.signIn(BRUNO, "oboe climbs seven towers");
        assertThat(bruno.get("home").status()).isEqualTo(200);
        PageClient admin = admin();
        String list = admin.get("admin/users?q=bruno").body();
        String id = PageClient.group(Pattern.compile("user\\?id=([A-Za-z0-9_-]{22})"), list);

        admin.submit("admin/user?id=" + id, "acts", "disable", Map.of());

        assertThat(bruno.get("home").leadsTo("/signin")).isTrue();
        assertThat(staff().signIn(BRUNO, "oboe climbs seven towers").location()).isNull();
    }

    @Test
    @Order(110)
    void aSecondFactorIsAskedForAndItsCodesServeOnce() throws Exception {
        PageClient ana = customer();
        ana.signIn(ANA, ANAS_PASSWORD);
        Answer page = ana.get("security");
        Answer enrolment = ana.post(page, "security", "mfaForm", "begin", Map.of());
        String secret = PageClient.group(Pattern.compile("class=\"code\">([A-Z2-7 ]+)<"), enrolment.body())
                .replace(" ", "");
        long step = Instant.now().getEpochSecond() / 30;
        Answer enabled =
                ana.post(page, "security", "mfaForm", "enable", Map.of("code", Authenticator.code(secret, step)));
        List<String> recovery = Pattern.compile("class=\"code\">([a-z2-7-]{19})<")
                .matcher(enabled.body())
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(recovery).hasSize(10);

        PageClient again = customer();
        assertThat(again.signIn(ANA, ANAS_PASSWORD).leadsTo("/verify")).isTrue();
        assertThat(again.get("home").leadsTo("/signin")).isTrue();
        assertThat(again.submit("verify", "verify", "submit", Map.of("code", Authenticator.code(secret, step)))
                        .location())
                .isNull();
        assertThat(again.submit("verify", "verify", "submit", Map.of("code", Authenticator.code(secret, step + 1)))
                        .leadsTo("/home"))
                .isTrue();
        PageClient byPaper = customer();
        byPaper.signIn(ANA, ANAS_PASSWORD);
        assertThat(byPaper.submit("verify", "verify", "submit", Map.of("code", recovery.get(0)))
                        .leadsTo("/home"))
                .isTrue();
        PageClient samePaper = customer();
        samePaper.signIn(ANA, ANAS_PASSWORD);
        assertThat(samePaper
                        .submit("verify", "verify", "submit", Map.of("code", recovery.get(0)))
                        .location())
                .isNull();
    }

    @Test
    @Order(115)
    void calendarProgramsReadACalendarByItsAddressAlone() {
        PageClient admin = admin();
        Answer page = admin.get("calendar/files");
        String address = PageClient.group(
                Pattern.compile("(api/v1/calendar/feed/[A-Za-z0-9_-]{43})"),
                admin.post(page, "calendar/files", "feed", "renew", Map.of()).body());
        String other = address.substring(0, address.length() - 1) + (address.endsWith("A") ? "B" : "A");

        Answer feed = staff().get(address);
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(feed.body()).startsWith("BEGIN:VCALENDAR");
        assertThat(staff().get(other).status()).isEqualTo(404);

        admin.submit("calendar/files", "feed", "revoke", Map.of());
        assertThat(staff().get(address).status()).isEqualTo(404);
    }

    @Test
    @Order(120)
    void manyWrongPasswordsMakeEverybodyElseNotWait() {
        for (int i = 0; i < 6; i++) {
            staff().signIn("carla@serra.example", "wrong password " + i);
        }

        assertThat(staff().signIn("carla@serra.example", "wrong password").body())
                .contains("Too many wrong tries");
        assertThat(admin().get("home").status()).isEqualTo(200);
    }

    private static void invite(PageClient admin, String name, String email) {
        Answer opened = admin.get("admin/user");
        String role = role(opened, "Sales");
        Answer invited = admin.post(
                opened,
                "admin/user",
                "form",
                "invite",
                Map.of("name", name, "email", email, "language", "en", "roleIds", role));
        assertThat(invited.leadsTo("/admin/user")).isTrue();
    }
}
