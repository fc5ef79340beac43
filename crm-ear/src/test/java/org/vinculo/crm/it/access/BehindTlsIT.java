package org.vinculo.crm.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.it.Installation;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.ServerUnderTest;
import org.vinculo.crm.it.StoredData;
import org.vinculo.crm.it.access.PageClient.Answer;

/**
 * A strict installation: people reach it by https through a proxy, administrators need a second factor, and a session
 * without activity ends after a minute. One story with one administrator.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BehindTlsIT {

    private static final String OUTSIDE = "https://crm.serra.example";
    private static final String NEW_ADDRESS = "joana.nova@serra.example";
    private static final int TRIES = 4;

    @TempDir
    static Path folder;

    private static ServerUnderTest server;
    private static String secret;
    private static long usedStep;
    private static List<String> recovery;
    private static PageClient left;
    private static String leftSession;
    private static CompletableFuture<Duration> lasted;

    @BeforeAll
    static void start() {
        server = Installation.plan(folder)
                .environment("CRM_BASE_URL", OUTSIDE)
                .environment("CRM_MFA_ADMINISTRATORS", "true")
                .environment("CRM_SESSION_IDLE_MINUTES", "1")
                .environment("CRM_TRUSTED_PROXIES", "127.0.0.1")
                .start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static PageClient staff() {
        return new PageClient(server.backoffice()).behindTls();
    }

    @Test
    @Order(1)
    void cookiesAndHeadersAreThoseOfTls() {
        URI local = server.backoffice();
        String staff = Wire.get(local, "/backoffice/signin");
        assertThat(Wire.header(staff, "Set-Cookie"))
                .startsWith("__Host-STAFFSID=")
                .contains("Secure", "HttpOnly", "Path=/")
                .containsIgnoringCase("SameSite=Strict")
                .doesNotContain("Domain");
        String customer = Wire.get(local, "/portal/signin");
        assertThat(Wire.header(customer, "Set-Cookie"))
                .startsWith("__Host-PORTALSID=")
                .contains("Secure", "HttpOnly", "Path=/")
                .containsIgnoringCase("SameSite=Lax");
        assertThat(Wire.header(Wire.get(local, "/portal/signin?lang=es"), "Set-Cookie"))
                .as("choice of language")
                .startsWith("lang=")
                .contains("Secure", "HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
        for (String path : List.of(
                "/backoffice/home",
                "/portal/nothing",
                "/backoffice/api/v1/customers",
                "/portal/home",
                "/portal/favicon.svg",
                "/backoffice/brand.css",
                "/backoffice/error?status=500",
                "/",
                "/favicon.ico",
                "/nothing/here")) {
            assertThat(Wire.header(Wire.get(local, path), "Strict-Transport-Security"))
                    .as(path)
                    .contains("max-age=31536000", "includeSubDomains");
        }
        for (String path : List.of("/backoffice", "/backoffice/home", "/portal", "/portal/")) {
            assertThat(Wire.header(Wire.get(local, path), "Location"))
                    .as("no way back to plain http")
                    .startsWith("/");
        }
    }

    @Test
    @Order(2)
    void knownAndUnknownAddressesTakeTheSameTime() {
        List<Duration> known = new ArrayList<>();
        List<Duration> unknown = new ArrayList<>();
        staff().signIn("warm.up@serra.example", "wrong password");
        for (int i = 0; i < TRIES; i++) {
            known.add(time(() -> staff(), Installation.ADMIN));
            unknown.add(time(() -> staff(), "nobody" + i + "@serra.example"));
        }

        // A hash that is left out would make one of them many times faster.
        assertThat(median(known)).isBetween(median(unknown) / 3, median(unknown) * 3);
    }

    private static Duration time(java.util.function.Supplier<PageClient> browser, String email) {
        PageClient client = browser.get();
        Answer opened = client.get("signin");
        long begun = System.nanoTime();
        Answer answer =
                client.post(opened, "signin", "signIn", "submit", Map.of("email", email, "password", "wrong words"));
        assertThat(answer.location()).isNull();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static long median(List<Duration> times) {
        List<Duration> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2).toNanos();
    }

    @Test
    @Order(3)
    void anAdministratorWithoutSecondFactorGetsNoFurtherThanSettingOneUp() throws Exception {
        PageClient admin = staff();
        assertThat(admin.signIn(Installation.ADMIN, Installation.PASSWORD).leadsTo("/verify"))
                .isTrue();
        for (String page : List.of("home", "admin/users", "profile/security", "admin/outbox")) {
            assertThat(admin.get(page).leadsTo("/signin")).as(page).isTrue();
        }
        Answer enrolment = admin.get("verify");
        secret = PageClient.group(Pattern.compile("class=\"code\">([A-Z2-7 ]+)<"), enrolment.body())
                .replace(" ", "");
        assertThat(admin.post(enrolment, "verify", "verify", "submit", Map.of("code", "000000"))
                        .body())
                .doesNotContain("class=\"codes\"");

        usedStep = Instant.now().getEpochSecond() / 30;
        Answer enrolled = admin.post(
                enrolment, "verify", "verify", "submit", Map.of("code", Authenticator.code(secret, usedStep)));

        recovery = Pattern.compile("class=\"code\">([a-z2-7-]{19})<")
                .matcher(enrolled.body())
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(recovery).hasSize(10);
        assertThat(admin.get("home").status()).isEqualTo(200);
        left = admin;
        leftSession = admin.sessionId();
        watchUnattended();
    }

    /** Somebody leaves a page open that looks for news by itself. */
    private static void watchUnattended() {
        Instant begun = Instant.now();
        lasted = CompletableFuture.supplyAsync(() -> {
            Answer answer;
            do {
                Pause.of(Duration.ofSeconds(3));
                answer = left.getWith("home", "X-Unattended", "true");
            } while (!answer.leadsTo("/signin") && begun.plusSeconds(180).isAfter(Instant.now()));
            return Duration.between(begun, Instant.now());
        });
    }

    @Test
    @Order(4)
    void aCodeServesOnceAndTheSecondFactorCannotBeLeftOut() throws Exception {
        PageClient again = staff();
        again.signIn(Installation.ADMIN, Installation.PASSWORD);
        assertThat(again.submit("verify", "verify", "submit", Map.of("code", Authenticator.code(secret, usedStep)))
                        .location())
                .isNull();
        assertThat(again.submit("verify", "verify", "submit", Map.of("code", recovery.get(0)))
                        .leadsTo("/home"))
                .isTrue();
        PageClient paper = staff();
        paper.signIn(Installation.ADMIN, Installation.PASSWORD);
        assertThat(paper.submit("verify", "verify", "submit", Map.of("code", recovery.get(0)))
                        .location())
                .isNull();
        Answer off = again.submit("profile/security", "mfaForm", "disable", Map.of());
        assertThat(off.status()).isLessThan(500);
        PageClient still = staff();
        assertThat(still.signIn(Installation.ADMIN, Installation.PASSWORD).leadsTo("/verify"))
                .as("an administrator cannot switch it off")
                .isTrue();
    }

    @Test
    @Order(5)
    void anotherAddressNeedsTheWordOfBothAndKillsOpenLinks() {
        PageClient admin = staff();
        admin.signIn(Installation.ADMIN, Installation.PASSWORD);
        admin.submit("verify", "verify", "submit", Map.of("code", recovery.get(1)));
        staff().submit("forgot", "forgot", "submit", Map.of("email", Installation.ADMIN));
        String reset = Mailbox.link(admin, "reset", Installation.ADMIN);
        assertThat(reset).startsWith(OUTSIDE + "/backoffice/reset?token=");

        admin.submit("profile/security", "emailForm", "changeEmail", Map.of("email", NEW_ADDRESS));

        assertThat(Mailbox.link(admin, "confirm-email")).startsWith(OUTSIDE);
        List<String> links = confirmations(admin);
        assertThat(links).hasSize(2);
        assertThat(confirm(links.get(0))).contains("banner");
        assertThat(staff().signIn(NEW_ADDRESS, Installation.PASSWORD).location())
                .as("one word is not enough")
                .isNull();
        confirm(links.get(1));

        assertThat(staff().signIn(NEW_ADDRESS, Installation.PASSWORD).leadsTo("/verify"))
                .isTrue();
        assertThat(staff().signIn(Installation.ADMIN, Installation.PASSWORD).location())
                .isNull();
        assertThat(staff().get(Mailbox.pageOf(reset)).body())
                .as("a link from before the change")
                .doesNotContain("reset:password");
        assertThat(Mailbox.all(admin).get(0))
                .as("the former address is told")
                .contains(Installation.ADMIN, NEW_ADDRESS)
                .doesNotContain("token=");
    }

    private static List<String> confirmations(PageClient admin) {
        return Mailbox.all(admin).stream()
                .map(mail -> Pattern.compile("/confirm-email\\?token=[A-Za-z0-9_-]{43}")
                        .matcher(mail)
                        .results()
                        .map(found -> found.group().substring(1))
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String confirm(String page) {
        return staff().submit(page, "confirm", "submit", Map.of()).body();
    }

    @Test
    @Order(6)
    void whoLeavesIsOutAlthoughThePageKeepsAsking() throws Exception {
        Duration time = lasted.get(200, TimeUnit.SECONDS);

        assertThat(time).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(150));
        assertThat(left.get("home").leadsTo("/signin")).isTrue();
    }

    @Test
    @Order(7)
    void theLogTellsNobodysDataAndNoSecret() throws Exception {
        server.stop();
        List<String> secrets = new ArrayList<>(recovery);
        secrets.addAll(List.of(
                Installation.ADMIN,
                NEW_ADDRESS,
                Installation.PASSWORD,
                Installation.TOKEN,
                secret,
                leftSession,
                "reset?token=",
                "argon2"));
        try (var files = Files.list(server.data().resolve("logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .as(file.getFileName().toString())
                        .doesNotContain(secrets);
            }
        }
    }

    @Test
    @Order(8)
    void theDatabaseHoldsHashesWhereSecretsWere() {
        List<String> values = StoredData.everything(server.data());
        List<String> secrets = new ArrayList<>(recovery);
        recovery.forEach(code -> secrets.add(code.replace("-", "")));
        secrets.addAll(List.of(Installation.PASSWORD, Installation.TOKEN, secret, leftSession));

        for (String kept : secrets) {
            assertThat(values).as("a secret in clear").noneMatch(value -> value.contains(kept));
        }
        assertThat(values)
                .filteredOn(value -> value.startsWith("ACCOUNT.PASSWORD_HASH=$"))
                .isNotEmpty()
                .allMatch(value -> value.startsWith("ACCOUNT.PASSWORD_HASH=$argon2id$v=19$m=19456,t=2,p=1$"));
        assertThat(values)
                .filteredOn(value -> value.startsWith("RECOVERY_CODE.CODE_HASH="))
                .hasSize(10)
                .allMatch(value -> value.matches(".*=[0-9a-f]{64}"));
        assertThat(values)
                .filteredOn(value -> value.startsWith("ACCOUNT.PASSWORD_HASH="))
                .allMatch(value -> value.endsWith("=null") || value.contains("$argon2id$"));
    }
}
