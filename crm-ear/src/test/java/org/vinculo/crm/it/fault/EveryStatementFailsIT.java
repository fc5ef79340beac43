package org.vinculo.crm.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.Installation;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.Postgres;
import org.vinculo.crm.it.ServerUnderTest;
import org.vinculo.crm.it.StoredData;
import org.vinculo.crm.it.access.PageClient;
import org.vinculo.crm.it.access.PageClient.Answer;

/**
 * Everything that a program may write about a customer, with the database failing at the first statement, then at the
 * second, and so on until the call succeeds: after every failure nothing is there, and in the end exactly what an
 * undisturbed call leaves. Then pages that fail, and a database that is away for a while.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryStatementFailsIT {

    private static final String FILE = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"note.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nWhat was agreed\r\n--x--\r\n";
    private static final int EACH_OF_THE_FIRST = 60;
    private static final int EACH_OF_A_PAGE = 12;
    private static final int MORE_THAN_ANY_CALL_TAKES = 400;
    private static final int FEWEST_STATEMENTS = 4;
    /** Two names that sound alike have as many keys to be found by. */
    private static final String UNDISTURBED = "Marina";

    private static final String DISTURBED = "Karina";

    private static final Pattern NUMBER = Pattern.compile("<p class=\"code\">Number ([A-Za-z0-9_-]{1,40})</p>");
    private static final Pattern INSIDE = Pattern.compile(
            "at (org|com|jakarta|java)\\.|Exception|payara|mojarra|the disk is gone|10\\.0\\.0\\.7",
            Pattern.CASE_INSENSITIVE);
    /** SQL state of a statement that is wrong, whoever runs it: nobody could do better later. */
    private static final String WRONG = "42X01";

    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(10);
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    /** A way to make a call that takes a word of its own. */
    private interface Way {
        ApiClient.Reply make(Function<String, ApiClient.Reply> call);
    }

    @TempDir
    static Path folder;

    private static Path control;
    private static ServerUnderTest server;
    private static int words;

    @BeforeAll
    static void start() throws IOException {
        control = folder.resolve("control");
        Path driver = jar(folder.resolve("failing-driver.jar"));
        ServerUnderTest.Plan plan = Installation.plan(folder);
        database().forEach(plan::property);
        server = plan.property("crm.db.driver", FailingDriver.class.getName())
                .property("crm.api.calls-per-minute", "100000")
                .jvmFlags("-XX:TieredStopAtLevel=1", "-javaagent:" + driver)
                .environment(
                        "CRM_JAVA_OPTIONS",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g -javaagent:" + driver + " -D"
                                + FailingDriver.CONTROL + "=" + control)
                .start();
    }

    private static Map<String, String> database() {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "crm.db.url", "jdbc:derby:" + folder.resolve("data/db") + ";create=true", "crm.db.password", "crm"));
        if (Postgres.EVERYWHERE) {
            settings.putAll(Postgres.settings(folder.resolve("data")));
        }
        settings.computeIfPresent("crm.db.url", (name, url) -> url.replaceFirst("^jdbc:", FailingDriver.PREFIX));
        return settings;
    }

    private static Path jar(Path file) throws IOException {
        String name = FailingDriver.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", FailingDriver.class.getName());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                InputStream code = FailingDriver.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            code.transferTo(jar);
        }
        return file;
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private final ApiClient api = new ApiClient(server.backoffice(), Installation.TOKEN);

    @Test
    @Order(1)
    void whatFailsHalfwayIsNotThereAndTheNextTryIsWhole() throws IOException {
        everything(UNDISTURBED, call -> call.apply("calm"));
        everything(DISTURBED, this::untilNoStatementFails);
    }

    /** Rows that waited to be written when something failed must not be written by whoever comes next. */
    @Test
    @Order(2)
    void whoeverComesAfterAFailureIsNotHitByIt() {
        for (int n = 1; n < MORE_THAN_ANY_CALL_TAKES; n++) {
            String word = "w" + words++;
            write(control, word + " " + n);
            ApiClient.Reply failed;
            try {
                failed = person(word, "Before");
            } finally {
                delete(control);
            }
            ApiClient.Reply next = person(word, "After");
            assertThat(next.status())
                    .as("after the failure at statement %d: %s", n, next.body())
                    .isEqualTo(201);
            if (!fired(word)) {
                assertThat(failed.status()).isEqualTo(201);
                assertThat(n).isGreaterThan(FEWEST_STATEMENTS);
                return;
            }
        }
        throw new AssertionError("It never succeeds");
    }

    private ApiClient.Reply person(String given, String family) {
        return api.post(
                "customers",
                "{\"kind\":\"PERSON\",\"givenName\":\"%1$s\",\"familyName\":\"%2$s\",\"email\":\"%1$s@%2$s.example\"}"
                        .formatted(given, family),
                Map.of());
    }

    /** Who somebody is, is asked of the database before any filter runs: also then the answer tells its number. */
    @Test
    @Order(3)
    void aPageThatFailsTellsANumberAndNothingElse() {
        PageClient staff = staff();
        PageClient customer = new PageClient(server.portal());
        Answer form = staff.get("customers/new");
        Map<String, String> fields = Map.of("givenName", "Half", "familyName", "Page");

        Set<String> numbers = new TreeSet<>();
        numbers.addAll(failing(staff, () -> staff.get("customers/list")));
        numbers.addAll(failing(staff, () -> staff.postWhole(form, "customers/new", "form", "save", fields)));
        Answer signIn = customer.get("signin");
        Map<String, String> login = Map.of("email", "half@example.org", "password", "half a password");
        numbers.addAll(failing(customer, () -> customer.post(signIn, "signin", "signIn", "submit", login)));

        assertThat(api.get("customers?q=half").values("id"))
                .as("in the end it is there, and once")
                .hasSize(1);
        String log = server.log();
        assertThat(numbers).hasSizeGreaterThan(5).allSatisfy(number -> assertThat(log)
                .contains(number));
    }

    /** The numbers that were told, while one statement after the other fails. */
    private Set<String> failing(PageClient client, Supplier<Answer> act) {
        Set<String> numbers = new TreeSet<>();
        for (int n = 1; n < MORE_THAN_ANY_CALL_TAKES; n += n < EACH_OF_A_PAGE ? 1 : n / 4) {
            String word = "w" + words++;
            write(control, word + " " + n + " " + WRONG);
            Answer answer;
            try {
                answer = act.get();
            } finally {
                delete(control);
            }
            if (!fired(word)) {
                assertThat(answer.status()).isLessThan(400);
                assertThat(numbers).as("failures before it succeeded").isNotEmpty();
                return numbers;
            }
            assertThat(answer.body()).doesNotContainPattern(INSIDE);
            assertThat(answer.headers().firstValue("X-Request-Id"))
                    .as("at statement %d", n)
                    .isPresent();
            answer = followed(client, answer);
            if (answer.status() >= 400) {
                assertThat(answer.status()).as("at statement %d", n).isEqualTo(500);
                assertThat(answer.body()).contains("Something of ours failed").doesNotContainPattern(INSIDE);
                numbers.add(PageClient.group(NUMBER, answer.body()));
            }
        }
        throw new AssertionError("It never succeeds");
    }

    @Test
    @Order(4)
    void aDatabaseThatIsAwayIsToldAndOnceItIsBackSoIsEverythingElse() {
        PageClient staff = staff();
        PageClient customer = new PageClient(server.portal());
        Answer form = staff.get("customers/new");
        Answer signIn = customer.get("signin");
        write(control, FailingDriver.AWAY);
        try {
            requireAway(staff.get("customers/list"), "We are not available right now");
            requireAway(staff.get("home"), "We are not available right now");
            requireAway(
                    followed(
                            staff,
                            staff.postWhole(form, "customers/new", "form", "save", Map.of("familyName", "Away"))),
                    "We are not available right now");
            requireAway(
                    followed(
                            customer,
                            customer.post(
                                    signIn,
                                    "signin",
                                    "signIn",
                                    "submit",
                                    Map.of("email", "a@b.example", "password", "x"))),
                    "We are not available right now");
            requireAway(
                    customer.getWith("error?status=503", "Accept-Language", "pt-BR"), "Estamos fora do ar no momento");
            ApiClient.Reply reply = api.get("customers");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isNotNull();
            assertThat(reply.body()).contains("\"code\":\"unavailable\"").doesNotContainPattern(INSIDE);
            assertThat(staff.get("ready")).satisfies(answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.body()).isEqualTo("DOWN\n");
            });
            assertThat(staff.get("health").status()).isEqualTo(200);
            long begun = System.nanoTime();
            staff.get("customers/list");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TOLD_WITHIN);
        } finally {
            delete(control);
        }

        long end = System.nanoTime() + BACK_WITHIN.toNanos();
        while (staff.get("ready").status() != 200 && System.nanoTime() < end) {
            Pause.of(A_MOMENT);
        }

        assertThat(staff.get("ready").status()).as("after " + BACK_WITHIN).isEqualTo(200);
        assertThat(staff.get("customers/list").status()).as("still signed in").isEqualTo(200);
        assertThat(api.get("customers").status()).isEqualTo(200);
        assertThat(staff.postWhole(form, "customers/new", "form", "save", Map.of("familyName", "Away"))
                        .leadsTo("/customers/view"))
                .as("the form that could not be saved before")
                .isTrue();
        assertThat(customer.post(signIn, "signin", "signIn", "submit", Map.of("email", "a@b.example", "password", "x"))
                        .status())
                .isEqualTo(200);
    }

    private static void requireAway(Answer answer, String title) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains(title).doesNotContainPattern(INSIDE);
    }

    /** The page that an answer to a form leads to. */
    private static Answer followed(PageClient client, Answer answer) {
        return answer.leadsTo("/error") ? client.get(answer.location().replaceFirst("^.*/(?=error)", "")) : answer;
    }

    private static PageClient staff() {
        PageClient client = new PageClient(server.backoffice());
        assertThat(client.signIn(Installation.ADMIN, Installation.PASSWORD).leadsTo("/home"))
                .isTrue();
        return client;
    }

    @Test
    @Order(5)
    void theDatabaseHoldsTheSameOfBoth() {
        server.stop();
        Path data = folder.resolve("data");

        Map<String, Long> calm = rowsOf(data, UNDISTURBED);
        Map<String, Long> stormy = rowsOf(data, DISTURBED);

        assertThat(calm)
                .containsKeys("CUSTOMER", "CONTACT_POINT", "PURCHASE", "INTERACTION", "ATTACHMENT", "AUDIT_ENTRY")
                .containsEntry("CUSTOMER", 2L);
        assertThat(stormy).isEqualTo(calm);
    }

    private void everything(String name, Way how) throws IOException {
        String id = how.make(key -> api.post(
                        "customers",
                        "{\"kind\":\"PERSON\",\"givenName\":\"%1$s\",\"familyName\":\"Weather\",\"email\":\"%1$s@example.org\",\"phone\":\"+351 21 123 45 67\",\"notes\":\"n\"}"
                                .formatted(name),
                        Map.of("Idempotency-Key", "create " + name)))
                .value("id");
        String path = "customers/" + id;
        Map<String, String> read = Map.of("If-Match", api.get(path).header("ETag"));
        how.make(key -> api.send("PATCH", path, "{\"notes\":\"changed\",\"city\":\"Porto\",\"country\":\"PT\"}", read));
        String said = how.make(key -> api.post(
                        path + "/interactions",
                        "{\"channel\":\"PHONE\",\"direction\":\"INBOUND\",\"purpose\":\"SERVICE\",\"outcome\":\"DONE\",\"topic\":\"Said %s\"}"
                                .formatted(name),
                        Map.of("Idempotency-Key", "say " + name)))
                .value("id");
        how.make(key -> api.post(
                "interactions/" + said + "/files",
                FILE,
                Map.of("Content-Type", "multipart/form-data; boundary=x", "Idempotency-Key", "attach " + name)));
        how.make(key -> api.post(
                path + "/purchases",
                "{\"purchasedAt\":\"2026-03-02T10:00:00Z\",\"documentNumber\":\"W-%s\",\"currency\":\"EUR\",\"lines\":[{\"product\":\"P1\",\"quantity\":\"2\",\"amount\":\"10.00\"},{\"product\":\"P2\",\"quantity\":\"1\",\"amount\":\"5.00\"}]}"
                        .formatted(name),
                Map.of("Idempotency-Key", "buy " + name)));
        String twin = api.post(
                        "customers",
                        "{\"kind\":\"PERSON\",\"givenName\":\"%1$s\",\"familyName\":\"Weather\",\"email\":\"%1$s@example.com\"}"
                                .formatted(name),
                        Map.of("Idempotency-Key", "twin " + name))
                .value("id");
        how.make(key ->
                api.post(path + "/merge", "{\"other\":\"" + twin + "\"}", Map.of("Idempotency-Key", "merge " + name)));
        how.make(key -> api.post(path + "/split", "{}", Map.of("Idempotency-Key", "split " + name)));
    }

    /** Repeats a call with the failure one statement later each time, until none fails. */
    private ApiClient.Reply untilNoStatementFails(Function<String, ApiClient.Reply> call) {
        List<String> before = state();
        List<String> done = null;
        for (int n = 1; n < MORE_THAN_ANY_CALL_TAKES; n += n < EACH_OF_THE_FIRST ? 1 : n / 8) {
            String word = "w" + words++;
            write(control, word + " " + n);
            ApiClient.Reply reply;
            try {
                reply = call.apply(word);
            } finally {
                delete(control);
            }
            if (done != null && reply.status() == 409) {
                assertThat(reply.body()).as("it was done, and its key is known").contains("Idempotency-Key");
                return reply;
            }
            if (!fired(word)) {
                assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
                assertThat(n).as("failures before it succeeded").isGreaterThan(FEWEST_STATEMENTS);
                return reply;
            }
            if (reply.status() < 300) {
                // Something beside the call failed, which its caller need not know: when a token was used, for example.
                return reply;
            }
            assertThat(reply.status()).as("%d: %s", n, reply.body()).isIn(500, 503);
            assertThat(reply.body()).contains("\"code\"").doesNotContain("SQLException", "the disk is gone");
            List<String> now = state();
            if (done == null && !now.equals(before)) {
                // It was done, and only the answer got lost: from now on nothing may come of it any more.
                done = now;
            }
            assertThat(now).as("after the failure at statement %d", n).isEqualTo(done == null ? before : done);
        }
        throw new AssertionError("It never succeeds");
    }

    /** All customers and what is told of them, as a program sees it. */
    private List<String> state() {
        ApiClient.Reply customers = api.get("customers?q=weather");
        List<String> all = new ArrayList<>(List.of(customers.body()));
        customers.values("id").forEach(id -> {
            all.add(api.get("customers/" + id).body());
            all.add(api.get("customers/" + id + "/timeline").body());
            all.add(api.get("customers/" + id + "/purchases").body());
        });
        return all;
    }

    /** How many rows each table has of a customer. */
    private static Map<String, Long> rowsOf(Path data, String name) {
        String id = StoredData.rows(data, "select id from customer where given_name = '" + name + "' order by id")
                .get(0);
        Map<String, Long> rows = new TreeMap<>();
        for (String table : StoredData.tablesWith(data, "CUSTOMER_ID")) {
            rows.put(table, count(data, "select count(*) from " + table + " where customer_id = " + id));
        }
        rows.put("CUSTOMER", count(data, "select count(*) from customer where given_name = '" + name + "'"));
        return rows;
    }

    private static long count(Path data, String query) {
        return Long.parseLong(StoredData.rows(data, query).get(0));
    }

    private static boolean fired(String word) {
        Path file = FailingDriver.fired(control);
        try {
            return Files.exists(file) && Files.readString(file).equals(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path half = Files.writeString(file.resolveSibling("half"), text);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
