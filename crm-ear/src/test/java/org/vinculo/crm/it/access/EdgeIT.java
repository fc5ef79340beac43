package org.vinculo.crm.it.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.AtOnce;
import org.vinculo.crm.it.DemoServer;
import org.vinculo.crm.it.Door;
import org.vinculo.crm.it.PageMap;
import org.vinculo.crm.it.access.PageClient.Answer;

/** What the server shows to those who only knock: addresses, methods, headers and redirects. */
class EdgeIT {

    private static final Pattern INSIDE = Pattern.compile(
            "at (org|com|jakarta|java)\\.|Exception|StackTrace|payara|glassfish|grizzly|mojarra",
            Pattern.CASE_INSENSITIVE);
    /** Entries of the trail about signing in and out and about what was refused, in the language of the administrator. */
    private static final Pattern AT_THE_DOOR = Pattern.compile(">(Entrou|Saiu|[^<]*(vedado|recusa)[^<]*)<");
    /** Pages that read their parameters themselves and are not there without. */
    private static final Set<String> NEEDS_A_RECORD = Set.of("purchases/view");

    /** What the roles of a new installation allow. */
    private static final Map<Account, Set<String>> GRANTED = granted();

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]+)\"");

    private static final List<String> DOORS = List.of("/backoffice", "/portal");
    private static final URI SERVER = DemoServer.backoffice();

    @TestFactory
    Stream<DynamicTest> whoIsNotSignedInSeesPublicPagesOnly() {
        return PageMap.read().pages().stream()
                .map(page -> dynamicTest(page.toString(), () -> {
                    Answer answer = new PageClient(page.door().address()).get(page.path());
                    if (page.isPublic()) {
                        assertThat(answer.status()).isIn(200, 302, 404);
                    } else {
                        assertThat(answer.leadsTo("/signin")).isTrue();
                    }
                    requireHeaders(answer, page.toString());
                    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
                }));
    }

    /**
     * Every page for everybody of the demo company: whoever has none of the roles of its rule does not find it, whoever has
     * one does. A page that needs to know which record is asked for that one only of those who may not see it.
     */
    @TestFactory
    Stream<DynamicTest> everyPageOpensToWhomItsRuleSays() {
        List<PageMap.Entry> pages = PageMap.read().pages();
        return Arrays.stream(Account.values())
                .map(account -> dynamicTest(account.name(), () -> {
                    PageClient client = new PageClient(account.door().address());
                    assertThat(client.signIn(account.email(), Account.PASSWORD).leadsTo("/home"))
                            .isTrue();
                    List<Callable<String>> visits = new ArrayList<>();
                    for (PageMap.Entry page : pages) {
                        boolean mayOpen = page.roles().stream().anyMatch(role -> has(account, role));
                        if (page.door() == account.door() && !page.isPublic() && !(mayOpen && isAboutOne(page))) {
                            visits.add(() -> wrong(client.get(page.path()), mayOpen, page));
                        }
                    }

                    List<String> wrong = AtOnce.all(visits, 2);

                    assertThat(wrong).hasSizeGreaterThan(5).containsOnly("");
                }));
    }

    private static String wrong(Answer answer, boolean mayOpen, PageMap.Entry page) {
        if (answer.status() != (mayOpen ? 200 : 404)) {
            return page + " answers " + answer.status();
        }
        return type(answer).equalsIgnoreCase("text/html;charset=UTF-8") ? "" : page + " answers " + type(answer);
    }

    private static String type(Answer answer) {
        return answer.headers().firstValue("Content-Type").orElse("nothing");
    }

    private static boolean isAboutOne(PageMap.Entry page) {
        return !page.parameters().isEmpty() || NEEDS_A_RECORD.contains(page.path());
    }

    private static boolean has(Account account, String role) {
        if (account.door() == Door.CUSTOMER) {
            return role.equals("customer") || role.equals("customer.admin");
        }
        return role.equals("staff")
                || account == Account.ADMIN
                || GRANTED.get(account).contains(role);
    }

    private static Map<Account, Set<String>> granted() {
        Map<Account, Set<String>> granted = new EnumMap<>(Account.class);
        String reads = "customer.view purchase.view interaction.view activity.view segment.view value.view ";
        String talks = "customer.create customer.edit interaction.log activity.edit ";
        grant(granted, Account.SALES, reads + talks + "purchase.edit segment.manage portal.invite");
        grant(granted, Account.TELESALES, reads + talks);
        grant(granted, Account.SERVICE, reads + talks + "customer.merge interaction.edit mail.triage portal.invite");
        grant(
                granted,
                Account.MARKETING,
                reads + "interaction.log activity.edit segment.manage import.run export.run job.view");
        grant(granted, Account.ANALYST, reads + "segment.manage value.manage export.run job.view");
        grant(granted, Account.AUDITOR, reads + "audit.view outbox.view job.view");
        grant(
                granted,
                Account.MANAGER,
                reads + talks
                        + "customer.delete customer.merge purchase.edit interaction.edit mail.triage portal.invite"
                        + " segment.manage value.manage import.run export.run job.view");
        return granted;
    }

    private static void grant(Map<Account, Set<String>> granted, Account account, String permissions) {
        granted.put(account, Set.of(permissions.strip().split(" ")));
    }

    @TestFactory
    Stream<DynamicTest> nothingElseIsThere() {
        List<String> paths = new ArrayList<>();
        for (String door : DOORS) {
            for (String leak : List.of(
                    "/openapi",
                    "/application.wadl",
                    "/.git/config",
                    "/.env",
                    "/WEB-INF/web.xml",
                    "/WEB-INF/page-rules.properties",
                    "/META-INF/MANIFEST.MF",
                    "/web.xml",
                    "/index.jsp",
                    "/index.html",
                    "/admin",
                    "/console",
                    "/login",
                    "/home.xhtml~",
                    "/jakarta.faces.resource/keyboard.js.map.xhtml?ln=vinculo",
                    "/jakarta.faces.resource/core.js.map.xhtml?ln=primefaces",
                    "/jakarta.faces.resource/components.js.map.xhtml?ln=primefaces",
                    "/resources/vinculo/keyboard.js",
                    "/keyboard.js.map",
                    "/home.xhtml.bak",
                    "/customers/",
                    "/resources/",
                    "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                    "/jakarta.faces.resource/web.xml.xhtml?ln=..%2fWEB-INF",
                    "/jakarta.faces.resource/../WEB-INF/web.xml.xhtml",
                    "/jakarta.faces.resource/tokens.css.xhtml?ln=vinculo&loc=../../WEB-INF",
                    "/jakarta.faces.resource/web.xml.xhtml?con=../WEB-INF",
                    "/..;/WEB-INF/web.xml",
                    "/%2e%2e/WEB-INF/web.xml",
                    "/..%5cWEB-INF%5cweb.xml",
                    "/%c0%ae%c0%ae/WEB-INF/web.xml",
                    "/signin;/../WEB-INF/web.xml",
                    "/%00",
                    "/signin%00.xhtml",
                    "/WEB-INF%2fweb.xml",
                    "/./WEB-INF/web.xml",
                    "//WEB-INF/web.xml",
                    "/faces/home.xhtml")) {
                paths.add(door + leak);
            }
        }
        paths.addAll(List.of(
                "/metrics",
                "/health",
                "/openapi",
                "/.git/config",
                "/..%2f..%2fetc/passwd",
                "/../../etc/passwd",
                "/backoffice/../../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/server-status",
                "/asadmin"));
        return paths.stream()
                .map(path -> dynamicTest(path, () -> {
                    String answer = Wire.get(SERVER, path);
                    boolean publicSheet = path.contains("tokens.css");
                    assertThat(answer).doesNotContain("<web-app", "page-rules", "root:x", "[core]", "Manifest-Version");
                    if (publicSheet) {
                        return;
                    }
                    assertThat(Wire.status(answer)).as(answer).isIn(400, 404, 302, 301);
                    if (Wire.status(answer) == 302) {
                        assertThat(Wire.header(answer, "Location")).contains("/signin");
                    }
                    if (Wire.status(answer) == 301) {
                        assertThat(Wire.header(answer, "Location")).isEqualTo(path + "/");
                        assertThat(Wire.status(Wire.get(SERVER, path + "/"))).isIn(302, 404);
                    }
                    assertThat(answer).doesNotContainPattern(INSIDE);
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "FOO", "PROPFIND"})
    void otherMethodsAreNotAllowed(String method) {
        for (String door : DOORS) {
            for (String page : List.of("/signin", "/home", "/jakarta.faces.resource/tokens.css.xhtml?ln=vinculo")) {
                String answer = Wire.say(SERVER, method + " " + door + page + " HTTP/1.1", "Host: localhost");
                assertThat(Wire.status(answer)).as(method + " " + page).isIn(400, 405, 501);
                assertThat(Wire.header(answer, "Set-Cookie")).isNull();
                assertThat(answer).doesNotContainPattern(INSIDE);
            }
        }
    }

    @Test
    void everyAnswerCarriesTheHeaders() {
        for (Door door : Door.values()) {
            PageClient client = new PageClient(door.address());
            for (String page : List.of(
                    "signin",
                    "home",
                    "nothing/here",
                    "favicon.svg",
                    "jakarta.faces.resource/tokens.css.xhtml?ln=vinculo",
                    "jakarta.faces.resource/none.css.xhtml?ln=vinculo",
                    "error?status=500",
                    "brand.css",
                    "file",
                    "act-for",
                    "signout")) {
                requireHeaders(client.getWith(page, "Origin", "https://evil.test"), door + " " + page);
            }
        }
        for (String call : List.of("customers", "openapi.json", "nothing")) {
            Answer answer = new PageClient(DemoServer.api()).getWith(call, "Origin", "https://evil.test");
            requireHeaders(answer, call);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Account.class,
            names = {"ADMIN", "ANA"})
    void pagesBehindTheDoorCarryThemToo(Account account) {
        PageClient client = new PageClient(account.door().address());
        assertThat(client.signIn(account.email(), Account.PASSWORD).leadsTo("/home"))
                .isTrue();

        Answer home = client.get("home");
        String path = account.door().address().getPath().replaceAll("/$", "");

        requireHeaders(home, "home");
        assertThat(home.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(home.headers().firstValue("Content-Security-Policy").orElse(""))
                .containsPattern("script-src 'self' 'nonce-[^']+'")
                .contains("report-uri " + path + "/policy-report;")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(Wire.status(Wire.say(
                        SERVER,
                        "POST " + path + "/policy-report HTTP/1.1",
                        "Host: " + SERVER.getAuthority(),
                        "Content-Type: application/csp-report",
                        "Content-Length: 2",
                        "",
                        "{}")))
                .isEqualTo(204);
        assertThat(home.headers().firstValue("Content-Type").orElse(""))
                .contains("text/html")
                .containsIgnoringCase("utf-8");
    }

    /** What is text says in which letters, and what is a page says so. */
    private static void requireType(Answer answer, String what) {
        boolean elsewhere = answer.status() >= 300 && answer.status() < 400;
        if (answer.body().isEmpty() || elsewhere) {
            return;
        }
        String type = type(answer).toLowerCase(Locale.ROOT);
        boolean page = answer.body().stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype html");
        assertThat(type).as(what).matches("(text|image|application)/[a-z+.-]+(;charset=utf-8)?");
        assertThat(type.startsWith("text/html")).as(what + " " + type).isEqualTo(page);
        if (type.startsWith("text/")) {
            assertThat(type).as(what).endsWith(";charset=utf-8");
        }
    }

    private static void requireHeaders(Answer answer, String what) {
        requireType(answer, what);
        assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                .as(what)
                .contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).as(what).contains("same-origin");
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .as(what + ", which is plain http")
                .isEmpty();
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                .as(what)
                .isEmpty();
        assertThat(answer.headers().firstValue("Server")).as(what).isEmpty();
        assertThat(answer.headers().firstValue("X-Powered-By")).as(what).isEmpty();
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                .as(what)
                .contains("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                .as(what)
                .contains("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy").orElse(""))
                .as(what)
                .contains("camera=()", "geolocation=()", "microphone=()");
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        if (answer.status() < 300 || answer.status() >= 400) {
            assertThat(policy).as(what).contains("frame-ancestors 'none'", "base-uri 'none'");
            assertThat(policy).as(what).containsPattern("(object|default)-src 'none'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/backoffice", "/backoffice/", "/backoffice/home", "/portal", "/portal/", "/portal/home"})
    void theHostOfARequestIsNeverRepeated(String path) {
        for (String header : List.of("Host: evil.test", "X-Forwarded-Host: evil.test", "Forwarded: host=evil.test")) {
            String host = header.startsWith("Host") ? header : "Host: localhost\r\n" + header;
            String answer = Wire.say(SERVER, "GET " + path + " HTTP/1.1", host);
            assertThat(Wire.status(answer)).isIn(301, 302);
            assertThat(answer).as(header).doesNotContain("evil.test");
        }
    }

    @Test
    void neitherIsItInMailsNorInAddressesOfTheInterface() {
        String body = "{\"kind\":\"ORGANISATION\",\"name\":\"Host " + System.nanoTime() + "\"}";
        String created = Wire.say(
                SERVER,
                "POST /backoffice/api/v1/customers HTTP/1.1",
                "Host: evil.test",
                "Authorization: Bearer " + DemoServer.token(),
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "Connection: close",
                "",
                body);
        assertThat(Wire.status(created)).as(created).isEqualTo(201);
        assertThat(Wire.header(created, "Location"))
                .startsWith(DemoServer.backoffice().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test",
                "//evil.test",
                "/\\evil.test",
                "\\\\evil.test",
                "https:evil.test",
                "/backoffice//evil.test",
                "/backoffice/../../evil.test",
                "/backofficeevil.test/",
                "/backoffice/%0d%0aX-Evil:1",
                "javascript:alert(1)",
                "/portal/home",
                "%2F%2Fevil.test"
            })
    void afterSigningInNobodyLandsElsewhere(String next) {
        PageClient client = new PageClient(DemoServer.backoffice());
        String page = "signin?next=" + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8);
        Answer opened = client.get(page);

        Answer answer = client.post(
                opened,
                page,
                "signIn",
                "submit",
                Map.of("email", Account.AUDITOR.email(), "password", Account.PASSWORD));

        assertThat(answer.location()).startsWith("/backoffice/").doesNotContain("evil.test/", "//", "\r", "\n", "\\");
        assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
    }

    /** Choosing a language leads back to the page, without it in the address, and leaves one cookie. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "signin?lang=es",
                "signin?lang=//evil.test",
                "signin?lang=es%3B%20Domain%3Devil.test",
                "signin?lang=es%0d%0aX-Evil:%201",
                "signin?lang=es&next=//evil.test",
                "signin?next=https://evil.test&lang=es",
                "/evil.test/signin?lang=es",
                "/evil.test?lang=es",
                "\\evil.test?lang=es",
                "..//evil.test?lang=es"
            })
    void theChoiceOfALanguageStaysHere(String page) {
        for (String door : DOORS) {
            String answer = Wire.get(SERVER, door + "/" + page);

            assertThat(Wire.status(answer)).as(answer).isIn(302, 400, 404);
            assertThat(Wire.header(answer, "X-Evil")).isNull();
            if (Wire.status(answer) == 302) {
                assertThat(Wire.header(answer, "Location"))
                        .startsWith(door + "/")
                        .doesNotContain("lang=", "\\")
                        .doesNotStartWith(door + "//");
                assertThat(Wire.header(answer, "Set-Cookie"))
                        .matches("lang=(en|es);.*")
                        .contains("HttpOnly", "SameSite=Lax", "Path=" + door)
                        .doesNotContain("Domain");
            }
        }
        assertThat(Wire.status(Wire.get(SERVER, "/portal/signin?lang=es"))).isEqualTo(302);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithAPageThatSaysSo() {
        for (String page : List.of("/portal/signin", "/backoffice/signin", "/backoffice/imports/new")) {
            String answer = Wire.say(
                    SERVER,
                    "POST " + page + " HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: multipart/form-data; boundary=x",
                    "Content-Length: 500000000");
            assertThat(Wire.status(answer)).isEqualTo(413);
            assertThat(answer).contains("That was too large").doesNotContainPattern(INSIDE);
        }
        String form = Wire.say(
                SERVER,
                "POST /portal/signin HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 3000000");
        assertThat(Wire.status(form)).isEqualTo(413);
        String call = Wire.say(
                SERVER,
                "POST /backoffice/api/v1/imports HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + DemoServer.token(),
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Length: 500000000");
        assertThat(Wire.status(call)).isEqualTo(413);
        assertThat(Wire.header(call, "Content-Type")).startsWith("application/problem+json");
        String outside = Wire.say(SERVER, "POST /nowhere HTTP/1.1", "Host: localhost", "Content-Length: 0");
        assertThat(Wire.status(outside)).isIn(404, 405);
        assertThat(outside).doesNotContainPattern(INSIDE);
    }

    /** What a page takes that people upload to is not taken by the others, whoever asks. */
    @Test
    void onlyPagesThatTakeFilesTakeLargeBodies() {
        for (String page : List.of("/portal/signin", "/portal/register", "/backoffice/signin", "/backoffice/home")) {
            String answer = Wire.say(
                    SERVER,
                    "POST " + page + " HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: multipart/form-data; boundary=x",
                    "Content-Length: 50000000");
            assertThat(Wire.status(answer)).as(page).isEqualTo(413);
        }
        String program = Wire.say(
                SERVER,
                "POST /backoffice/api/v1/imports HTTP/1.1",
                "Host: localhost",
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Length: 50000000");
        assertThat(Wire.status(program)).as("without a token").isIn(401, 413);
    }

    @Test
    void aFormOfTenThousandFieldsAndEndlessWordsAreAnsweredAtOnce() {
        StringBuilder fields = new StringBuilder("signIn=signIn");
        for (int i = 0; i < 10_000; i++) {
            fields.append("&f").append(i).append("=x");
        }
        PageClient client = new PageClient(DemoServer.backoffice());
        assertThat(client.postRaw("signin", fields.toString()).status()).isBetween(200, 499);
        client.signIn(Account.SALES.email(), Account.PASSWORD);
        String words = "a".repeat(200_000);
        assertThat(client.get("customers/list?q=" + words).status()).isBetween(200, 499);
        assertThat(client.get("customers/list?q=" + words.substring(0, 6_000)).status())
                .isEqualTo(200);
        assertThat(client.get("search?q=" + words.substring(0, 6_000)).status()).isEqualTo(200);
    }

    @Test
    void aBodyOfTenThousandPartsIsAnsweredAtOnce() {
        String parts =
                "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.txt\"\r\n\r\nb\r\n".repeat(10_000)
                        + "--x--\r\n";
        PageClient marketing = new PageClient(DemoServer.backoffice());
        marketing.signIn(Account.MARKETING.email(), Account.PASSWORD);
        PageClient carmen = new PageClient(DemoServer.portal());
        carmen.signIn(Account.CARMEN.email(), Account.PASSWORD);
        long before = System.nanoTime();

        String program = parts("/backoffice/api/v1/imports", "Authorization: Bearer " + DemoServer.token(), parts);
        String page = parts("/backoffice/imports/new", "Cookie: STAFFSID=" + marketing.sessionId(), parts);
        String portal = parts("/portal/messages", "Cookie: PORTALSID=" + carmen.sessionId(), parts);
        String door = parts("/portal/signin", "Accept: text/html", parts);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(List.of(program, page, portal, door)).allSatisfy(answer -> {
            assertThat(Wire.status(answer)).as(answer).isEqualTo(413);
            assertThat(answer).doesNotContainPattern(INSIDE);
        });
        assertThat(marketing.get("home").status()).isEqualTo(200);
        assertThat(carmen.get("messages").status()).isEqualTo(200);
    }

    private static String parts(String path, String who, String body) {
        return Wire.say(
                SERVER,
                "POST " + path + " HTTP/1.1",
                "Host: " + SERVER.getAuthority(),
                who,
                "Origin: " + SERVER.getScheme() + "://" + SERVER.getAuthority(),
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Length: " + body.length(),
                "Connection: close",
                "",
                body);
    }

    @Test
    void aNulIsNoPartOfAnAddressAndSignsNobodyIn() {
        for (Door door : Door.values()) {
            PageClient client = new PageClient(door.address());
            assertThat(client.get("signin?next=%00").status()).isEqualTo(400);
            Answer answer = client.submit(
                    "signin", "signIn", "submit", Map.of("email", "a\0b@demo.example", "password", "x\0y"));
            assertThat(answer.status()).isLessThan(500);
            assertThat(answer.leadsTo("/home")).isFalse();
        }
    }

    /** Whoever is lured to an address has not sent a form. */
    @Test
    void aFormInAnAddressSavesNothing() {
        PageClient carmen = new PageClient(DemoServer.portal());
        carmen.signIn(Account.CARMEN.email(), Account.PASSWORD);
        String need = "Lured " + System.nanoTime();
        String form = PageClient.body(carmen.get("data"), "needs", "tell", Map.of("text", need));

        assertThat(carmen.get("data?" + form).status()).isEqualTo(400);
        assertThat(carmen.get("data?" + form.replace("jakarta.faces.ViewState", "jakarta%2Efaces.ViewState"))
                        .status())
                .isEqualTo(400);

        assertThat(carmen.get("data").body()).doesNotContain(need);
    }

    @Test
    void theCookieOfAPersonOpensNothingToPrograms() {
        PageClient admin = new PageClient(DemoServer.backoffice());
        admin.signIn(Account.ADMIN.email(), Account.PASSWORD);
        assertThat(admin.get("home").status()).isEqualTo(200);

        Answer answer = admin.get("api/v1/customers");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("publicId", "\"id\"");
    }

    @Test
    void theInterfaceIsDescribedInOnePlaceOnly() {
        ApiClient unknown = new ApiClient(DemoServer.backoffice(), null);
        ApiClient known = new ApiClient(DemoServer.backoffice(), DemoServer.token());
        for (String path : List.of("application.wadl", "application.wadl/xsd0.xsd", "customers?_wadl")) {
            assertThat(unknown.get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(known.get("application.wadl").status()).isEqualTo(404);
        ApiClient.Reply options = known.send("OPTIONS", "customers", null, Map.of());
        assertThat(options.status()).isIn(404, 405);
        assertThat(options.body()).doesNotContain("wadl");
    }

    /** What programs that look for holes try, in every parameter of every page. */
    @TestFactory
    Stream<DynamicTest> noParameterOfAnyPageIsWorkedOut() {
        List<String> payloads = List.of(
                "' or '1'='1' --",
                "1;drop table customer--",
                "\") or 1=1 --",
                "%' escape '",
                "#{1371*742}",
                "${1371*742}",
                "{{1371*742}}",
                "../../etc/passwd",
                "-99999999999999999999",
                "\uD83D\uDE00\u202E]]>\u2028");
        return Stream.of(Account.ADMIN, Account.ANA)
                .map(account -> dynamicTest(account.name(), () -> {
                    PageClient client = new PageClient(account.door().address());
                    client.signIn(account.email(), Account.PASSWORD);
                    List<Callable<String>> visits = new ArrayList<>();
                    for (PageMap.Entry page : PageMap.read().pages()) {
                        for (String parameter : page.parameters()) {
                            if (page.door() == account.door()) {
                                payloads.forEach(payload -> visits.add(() -> workedOut(
                                        client,
                                        page.path() + "?" + parameter + "=" + URLEncoder.encode(payload, UTF_8))));
                            }
                        }
                    }

                    List<String> answers = AtOnce.all(visits, 2);

                    assertThat(answers).hasSizeGreaterThan(20);
                    assertThat(answers).filteredOn(answer -> !answer.isEmpty()).isEmpty();
                }));
    }

    private static String workedOut(PageClient client, String address) {
        Answer answer = client.get(address);
        boolean inside = INSIDE.matcher(answer.body()).find();
        boolean calculated = answer.body().contains("1017282");
        return answer.status() < 500 && !inside && !calculated
                ? ""
                : address + " answers " + answer.status() + (inside ? " with what is inside" : "")
                        + (calculated ? " with what it worked out" : "");
    }

    /** Looking changes nothing: no page that is only opened leaves a trace of a change. */
    @Test
    void openingPagesChangesNothing() throws Exception {
        PageClient analyst = new PageClient(DemoServer.backoffice());
        analyst.signIn(Account.ANALYST.email(), Account.PASSWORD);
        PageClient admin = new PageClient(DemoServer.backoffice());
        admin.signIn(Account.ADMIN.email(), Account.PASSWORD);
        String before = trail(admin);
        List<Callable<Integer>> visits = new ArrayList<>();
        for (PageMap.Entry page : PageMap.read().pages()) {
            boolean mayOpen = page.roles().stream().anyMatch(role -> has(Account.ANALYST, role));
            if (page.door() == Door.STAFF && mayOpen) {
                visits.add(() -> analyst.get(page.path()).status());
            }
        }

        assertThat(AtOnce.all(visits, 2)).contains(200);

        assertThat(trail(admin)).isEqualTo(before);
    }

    /** What the trail holds newest of the analyst, as whom other tests only sign in and knock at closed doors. */
    private static String trail(PageClient admin) {
        Answer page = admin.get("admin/audit?who=" + URLEncoder.encode("Noah Becker", UTF_8));
        assertThat(page.status()).isEqualTo(200);
        return Arrays.stream(page.body().split("<tr>"))
                .filter(row -> row.contains("datetime=") && row.contains("Noah Becker"))
                .filter(row -> !AT_THE_DOOR.matcher(row).find())
                .map(row -> row.replaceAll("(?s)<time.*?datetime=(\"[^\"]+\").*?</time>", "$1"))
                .limit(1)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test",
                "//evil.test",
                "/\\evil.test",
                "/portal//evil.test",
                "/backoffice/home",
                "%2F%2Fevil.test"
            })
    void afterSigningInNobodyLandsOutsideThePortal(String next) {
        PageClient client = new PageClient(DemoServer.portal());
        String page = "signin?next=" + URLEncoder.encode(next, UTF_8);

        Answer answer = client.post(
                client.get(page),
                page,
                "signIn",
                "submit",
                Map.of("email", Account.BRUNO.email(), "password", Account.PASSWORD));

        assertThat(answer.location()).startsWith("/portal/").doesNotContain("evil.test/", "//", "\\");
    }

    @Test
    void aBodyInPiecesIsCountedWhileItIsRead() {
        String piece = Integer.toHexString(1000) + "\r\n" + " ".repeat(1000) + "\r\n";
        String answer = Wire.say(
                SERVER,
                "POST /backoffice/api/v1/customers HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + DemoServer.token(),
                "Content-Type: application/json",
                "Transfer-Encoding: chunked",
                "Connection: close",
                "",
                piece.repeat(2200) + "0\r\n");
        assertThat(Wire.status(answer)).isEqualTo(413);
        assertThat(Wire.status(Wire.say(
                        SERVER,
                        "POST /portal/signin HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Transfer-Encoding: chunked",
                        "Connection: close",
                        "",
                        "0\r\n")))
                .isEqualTo(411);
    }

    @Test
    void formsOfOtherSitesAndOtherPeopleDoNothing() {
        for (String origin : List.of("https://evil.test", "null", "http://localhost:1", "http://localhost.evil.test")) {
            Answer refused = new PageClient(DemoServer.portal())
                    .postFrom(
                            origin,
                            "signin",
                            "signIn",
                            "submit",
                            Map.of("email", Account.BRUNO.email(), "password", Account.PASSWORD));
            assertThat(refused.status()).as(origin).isIn(403, 404);
            assertThat(refused.location()).isNull();
        }
        PageClient bruno = new PageClient(DemoServer.portal());
        bruno.signIn(Account.BRUNO.email(), Account.PASSWORD);
        PageClient carmen = new PageClient(DemoServer.portal());
        carmen.signIn(Account.CARMEN.email(), Account.PASSWORD);
        Answer hers = carmen.get("data/edit");

        Answer stolen = bruno.post(hers, "data/edit", "form", "save", Map.of("familyName", "Stolen"));

        assertThat(stolen.status() == 200 && stolen.leadsTo("/data?")).isFalse();
        assertThat(carmen.get("data").body()).doesNotContain("Stolen");
        assertThat(bruno.get("data").body()).doesNotContain("Stolen");
        assertThat(bruno.get("signout").status()).isIn(404, 405);
        assertThat(bruno.get("home").status()).as("a GET signs nobody out").isEqualTo(200);
    }

    /** What is refused to the thief would have been saved: the same form, filled in alike, works for its owner. */
    @Test
    void aFormSavesForTheSessionItWasOpenedInOnly() {
        PageClient carmen = new PageClient(DemoServer.portal());
        carmen.signIn(Account.CARMEN.email(), Account.PASSWORD);
        PageClient bruno = new PageClient(DemoServer.portal());
        bruno.signIn(Account.BRUNO.email(), Account.PASSWORD);
        Map<String, String> need = Map.of("text", "Needed " + System.nanoTime());
        Answer hers = carmen.get("data");

        bruno.postWhole(hers, "data", "needs", "tell", need);

        assertThat(carmen.get("data").body() + bruno.get("data").body()).doesNotContain(need.get("text"));
        carmen.postWhole(hers, "data", "needs", "tell", need);
        assertThat(carmen.get("data").body()).contains(need.get("text"));
    }

    /** A form of this very site, sent by the person it is for, but not as the page made it. */
    @ParameterizedTest
    @ValueSource(strings = {"jakarta.faces.ViewState", "primefaces.nonce"})
    void aFormThatLostWhatItsPageGaveItSavesNothing(String field) {
        PageClient carmen = new PageClient(DemoServer.portal());
        carmen.signIn(Account.CARMEN.email(), Account.PASSWORD);
        String need = "Lost " + System.nanoTime();
        Map<String, String> fields = Map.of("text", need);
        Answer data = carmen.get("data");

        for (String value : List.of("", "-1:-1", "x")) {
            Map<String, String> changed = Map.of("text", need, "=" + field, value);
            assertThat(carmen.post(data, "data", "needs", "tell", changed).status())
                    .as(value)
                    .isLessThan(500);
        }
        String without =
                PageClient.body(data, "needs", "tell", fields).replaceFirst("&" + Pattern.quote(field) + "=[^&]*", "");
        assertThat(without).doesNotContain(field);
        assertThat(carmen.postRaw("data", without, carmen.origin()).status()).isLessThan(500);

        assertThat(carmen.get("data").body()).doesNotContain(need);
        carmen.post(data, "data", "needs", "tell", fields);
        assertThat(carmen.get("data").body()).as("the form as it was").contains(need);
    }

    /** The number that lets scripts of a page run comes back with its forms; nothing else gets into the policy by it. */
    @ParameterizedTest
    @ValueSource(strings = {"x' 'unsafe-inline", "x'; script-src *; x '", "x\r\nX-Evil: 1", "", "x"})
    void noFormWidensThePolicyOfItsPage(String nonce) {
        for (Door door : Door.values()) {
            PageClient client = new PageClient(door.address());
            Answer answer = client.post(
                    client.get("signin"),
                    "signin",
                    "signIn",
                    "submit",
                    Map.of("email", "", "password", "", "=primefaces.nonce", nonce));

            assertThat(answer.status()).isLessThan(500);
            assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .doesNotContain("unsafe-inline", "script-src *");
        }
    }

    @Test
    void noRequestIsHiddenInTheBodyOfAnother() {
        String hidden = "GET /backoffice/signin?hidden HTTP/1.1\r\nHost: localhost\r\nX: y";
        String inChunks = Wire.say(
                SERVER,
                "POST /portal/signin HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 4",
                "Transfer-Encoding: chunked",
                "",
                "0",
                "",
                hidden);
        String twoLengths = Wire.say(
                SERVER,
                "POST /portal/signin HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 0",
                "Content-Length: " + (hidden.length() + 24),
                "",
                hidden);
        for (String answer : List.of(inChunks, twoLengths)) {
            assertThat(Wire.status(answer)).as(answer).isIn(400, 403, 411);
            assertThat(answer.split("HTTP/1\\.[01] \\d\\d\\d", -1)).as(answer).hasSize(2);
        }
    }

    @Test
    void aBrokenViewIsAFriendlyPage() {
        for (String state : List.of("rO0ABXNyAA==", "-1:-1", "x", "' or 1=1", "%00", "1234567890:1234567890")) {
            Answer answer = new PageClient(DemoServer.backoffice())
                    .postRaw("signin", "jakarta.faces.ViewState=" + state + "&signIn=signIn&signIn:submit=x");
            assertThat(answer.status()).as(state).isLessThan(500);
            assertThat(answer.body()).doesNotContainPattern(INSIDE);
        }
    }

    /** The state of a page is a number that the server gave out: any other is nobody's, however near. */
    @Test
    void aStateWithAnotherBitIsNobodys() {
        PageClient carmen = new PageClient(DemoServer.portal());
        carmen.signIn(Account.CARMEN.email(), Account.PASSWORD);
        Answer opened = carmen.get("data");
        String state = PageClient.group(VIEW_STATE, opened.body());
        String need = "Flipped " + System.nanoTime();

        for (int at : List.of(0, 1, state.length() / 2, state.length() - 2, state.length() - 1)) {
            String flipped = state.substring(0, at) + (char) (state.charAt(at) ^ 1) + state.substring(at + 1);
            Answer answer = carmen.postWhole(
                    opened, "data", "needs", "tell", Map.of("text", need, "=jakarta.faces.ViewState", flipped));

            assertThat(answer.status()).as(flipped).isLessThan(500);
            assertThat(answer.body()).doesNotContainPattern(INSIDE);
        }

        assertThat(carmen.get("data").body()).doesNotContain(need);
        carmen.postWhole(opened, "data", "needs", "tell", Map.of("text", need));
        assertThat(carmen.get("data").body()).contains(need);
    }

    @Test
    void aFailureIsANumberAndNoTrace() {
        for (Door door : Door.values()) {
            Answer answer = new PageClient(door.address()).get("error?status=500&id=abc123");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).contains("abc123").doesNotContainPattern(INSIDE);
            Answer forged = new PageClient(door.address()).get("error?status=500&id=%3Cscript%3E");
            assertThat(forged.body()).doesNotContain("<script>");
        }
    }

    @Test
    void namesOfColumnsComeOutOfAList() {
        PageClient sales = new PageClient(DemoServer.backoffice());
        sales.signIn(Account.SALES.email(), Account.PASSWORD);
        for (String query : List.of(
                "sort=passwordHash",
                "sort=c.owner.passwordHash&dir=asc",
                "sort=1;drop+table+customer",
                "order=totpSecret",
                "owner=%27+or+%271%27=%271",
                "q=%25%27+or+1=1--",
                "tier=x&phase=%23%7B1371*742%7D",
                "cursor=AAAA",
                "q=%23%7B1371*742%7D%24%7B1371*742%7D")) {
            Answer answer = sales.get("customers/list?" + query);
            assertThat(answer.status()).as(query).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("argon2").doesNotContainPattern(INSIDE);
            assertThat(answer.body()).doesNotContain("1017282");
        }
        ApiClient api = new ApiClient(DemoServer.backoffice(), DemoServer.token());
        for (String query : List.of("cursor=AAAA", "cursor=%00", "limit=0", "limit=-1", "limit=99999999", "limit=x")) {
            assertThat(api.get("customers?" + query).status()).as(query).isIn(200, 400, 404, 422);
        }
        for (String query :
                List.of("sort=passwordHash", "sort=c.owner_id", "sort=-ltv%20desc", "sort=value&cursor=AAAA")) {
            assertThat(api.get("customers?" + query).status()).as(query).isEqualTo(422);
        }
    }

    @Test
    void aProgramReadsOnInTheOrderThatItAskedFor() {
        ApiClient api = new ApiClient(DemoServer.backoffice(), DemoServer.token());
        for (String sort : List.of("-value", "tier", "owner", "lastContact")) {
            ApiClient.Reply whole = api.get("customers?limit=6&sort=" + sort);
            ApiClient.Reply half = api.get("customers?limit=3&sort=" + sort);
            ApiClient.Reply rest = api.get("customers?limit=3&sort=" + sort + "&cursor=" + half.value("nextCursor"));
            List<String> read = new ArrayList<>(half.values("id"));
            read.addAll(rest.values("id"));
            assertThat(read).as(sort).hasSize(6).isEqualTo(whole.values("id"));
        }
    }

    @Test
    void fieldsThatNobodyMaySetAreNotSet() {
        ApiClient api = new ApiClient(DemoServer.backoffice(), DemoServer.token());
        ApiClient.Reply created = api.post(
                "customers",
                "{\"kind\":\"ORGANISATION\",\"name\":\"Fields " + System.nanoTime() + "\",\"id\":\"" + "B".repeat(22)
                        + "\",\"version\":99,\"createdBy\":\"evil\",\"createdAt\":\"2001-01-01T00:00:00Z\","
                        + "\"role\":\"ADMIN\",\"deleted\":true,\"passwordHash\":\"x\"}",
                Map.of());

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.value("id")).isNotEqualTo("B".repeat(22));
        assertThat(created.body()).doesNotContain("evil", "2001-01-01", "passwordHash");
    }

    @Test
    void fieldsThatNobodyMaySetAreNotChangedEither() {
        ApiClient api = new ApiClient(DemoServer.backoffice(), DemoServer.token());
        ApiClient.Reply created = api.post(
                "customers", "{\"kind\":\"ORGANISATION\",\"name\":\"Patch " + System.nanoTime() + "\"}", Map.of());
        String id = created.value("id");
        String name = "Patched " + System.nanoTime();

        ApiClient.Reply changed = api.send(
                "PATCH",
                "customers/" + id,
                "{\"name\":\"" + name + "\",\"id\":\"" + "B".repeat(22) + "\",\"version\":99,"
                        + "\"createdAt\":\"2001-01-01T00:00:00Z\",\"createdBy\":\"evil\",\"deletedAt\":\"2001-01-01T00:00:00Z\","
                        + "\"mergedInto\":\"" + "B".repeat(22) + "\",\"ownerId\":1,\"teamId\":1,\"emailVerified\":true,"
                        + "\"value\":999999,\"tier\":\"A\"}",
                Map.of("If-Match", created.header("ETag")));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.value("name")).isEqualTo(name);
        assertThat(unnamed(api.get("customers/" + id).body())).isEqualTo(unnamed(created.body()));
    }

    /** A customer as the interface shows it, but for the name, its version and when it was changed. */
    private static String unnamed(String customer) {
        return customer.replaceAll("\"(name|displayName|version|updatedAt|changedAt)\":(\"[^\"]*\"|[0-9]+),?", "");
    }

    @Test
    void aFormOfThePortalSavesWhatItShowsAndNoMore() {
        ApiClient api = new ApiClient(DemoServer.backoffice(), DemoServer.token());
        PageClient carmen = new PageClient(DemoServer.portal());
        carmen.signIn(Account.CARMEN.email(), Account.PASSWORD);
        Answer opened = carmen.get("data/edit");
        String id =
                api.get("customers?q=" + Account.CARMEN.email() + "&limit=1").value("id");
        String before = unnamed(api.get("customers/" + id).body());
        Map<String, String> more = new HashMap<>();
        for (String field :
                List.of("stage", "owner", "ownerId", "team", "role", "version", "tier", "kind", "externalId", "id")) {
            for (String name : List.of("=" + field, "=form:" + field, "=form." + field)) {
                more.put(name, "999");
            }
        }

        Answer saved = carmen.postWhole(opened, "data/edit", "form", "save", more);

        assertThat(saved.leadsTo("/data")).as(saved.body()).isTrue();
        assertThat(unnamed(api.get("customers/" + id).body())).isEqualTo(before);
    }

    @Test
    void whatCustomersTakeAlongIsForSavingOnly() {
        PageClient bruno = new PageClient(DemoServer.portal());
        bruno.signIn(Account.BRUNO.email(), Account.PASSWORD);

        Answer history = bruno.download(bruno.get("preferences"), "preferences", "history", "download");

        assertThat(history.status()).isEqualTo(200);
        assertThat(history.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(history.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("history.csv");
        assertThat(history.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(history.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void faultyRowsAreForSavingOnly() {
        ApiClient api = new ApiClient(DemoServer.backoffice(), DemoServer.token());
        ApiClient.Reply started = api.upload(
                "faulty.csv",
                "customer,date,amount\nNobody,2024-03-07,<script>alert(1)</script>\n".getBytes(UTF_8),
                "purchases",
                "{\"columns\":{\"customerRef\":\"customer\",\"purchasedAt\":\"date\",\"amount\":\"amount\"}}",
                "x",
                Map.of());
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String id = started.value("id");
        assertThat(api.finishedImport(id, Duration.ofSeconds(30)).value("state"))
                .isEqualTo("COMPLETED_WITH_ERRORS");

        ApiClient.Reply byProgram = api.get("imports/" + id + "/errors.csv");
        PageClient admin = new PageClient(DemoServer.backoffice());
        admin.signIn(Account.ADMIN.email(), Account.PASSWORD);
        String page = "imports/view?id=" + id;
        Answer byHand = admin.download(admin.get(page), page, "form", "faults");

        assertThat(byProgram.header("Content-Disposition")).startsWith("attachment");
        assertThat(byProgram.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(byProgram.header("Content-Type")).startsWith("text/csv");
        assertThat(byHand.body()).contains("<script>alert(1)</script>");
        assertThat(byHand.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(byHand.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;");
        assertThat(byHand.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(byHand.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(byHand.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void sessionIdsAre256RandomBits() {
        Set<String> ids = new HashSet<>();
        int[] ones = new int[256];
        int samples = 200;
        for (int i = 0; i < samples; i++) {
            String answer = Wire.get(SERVER, "/backoffice/signin");
            String cookie = Wire.header(answer, "Set-Cookie");
            String id = cookie.replaceFirst("STAFFSID=([^;.]+).*", "$1");
            assertThat(id).matches("[0-9a-f]{64}");
            ids.add(id);
            for (int bit = 0; bit < 256; bit++) {
                ones[bit] += Integer.parseInt(id.substring(bit / 4, bit / 4 + 1), 16) >> bit % 4 & 1;
            }
        }

        assertThat(ids).hasSize(samples);
        // Six standard deviations: one in a million for all 256 together.
        assertThat(Arrays.stream(ones).boxed().toList())
                .allSatisfy(count -> assertThat(count).isBetween(100 - 43, 100 + 43));
    }

    @Test
    void cookiesAreForTheServerAndForThisSite() {
        String staff = Wire.header(Wire.get(SERVER, "/backoffice/signin"), "Set-Cookie");
        assertThat(staff)
                .startsWith("STAFFSID=")
                .containsIgnoringCase("SameSite=Strict")
                .contains("HttpOnly", "Path=/");
        assertThat(staff).doesNotContain("Secure", "Domain");
        String customer = Wire.header(Wire.get(SERVER, "/portal/signin"), "Set-Cookie");
        assertThat(customer)
                .startsWith("PORTALSID=")
                .containsIgnoringCase("SameSite=Lax")
                .contains("HttpOnly", "Path=/");
    }

    @Test
    void aForwardedSchemeIsNotBelieved() {
        String answer = Wire.say(
                SERVER,
                "GET /backoffice/signin HTTP/1.1",
                "Host: localhost",
                "X-Forwarded-Proto: https",
                "X-Forwarded-For: 203.0.113.9");
        assertThat(Wire.header(answer, "Strict-Transport-Security")).isNull();
        assertThat(Wire.header(answer, "Set-Cookie")).doesNotContain("Secure");
    }
}
