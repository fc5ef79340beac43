package org.vinculo.crm.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.AtOnce;
import org.vinculo.crm.it.Pause;
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

    /** A passing fault, one that is for good, and a lost connection. */
    private static final List<String> WAYS = List.of(Faults.INPUT_OUTPUT_ERROR, WRONG, Faults.LOST);

    private static final String ERASURE = "org.vinculo.crm.privacy.internal.ErasureJob";
    private static final String IMPORT = "org.vinculo.crm.exchange.internal.run.ImportRunner";
    private static final String ERASED_LIST = "erased.list";
    private static final String VIEWS = "RECORD_VIEW";
    private static final String ROWS = "3";
    private static final int MORE_THAN_CONNECTIONS = 60;
    private static final int LINES_OF_A_TRACE = 60;

    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(10);
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    /** A way to make a call that takes a word of its own. */
    private interface Way {
        ApiClient.Reply make(Function<String, ApiClient.Reply> call);
    }

    @TempDir
    static Path folder;

    private static FailingServer faulty;
    private static ServerUnderTest server;
    private static final List<String> forgotten = new ArrayList<>();

    @BeforeAll
    static void start() {
        faulty = new FailingServer(folder);
        server = faulty.server();
    }

    @AfterAll
    static void stop() {
        if (faulty != null) {
            faulty.close();
        }
    }

    private final ApiClient api = faulty.api();

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
            ApiClient.Reply failed = faulty.failing(n, "", () -> person(faulty.word(), "Before"));
            ApiClient.Reply next = person(faulty.word(), "After");
            assertThat(next.status())
                    .as("after the failure at statement %d: %s", n, next.body())
                    .isEqualTo(201);
            if (!faulty.fired()) {
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
        PageClient staff = faulty.staff();
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
            Answer answer = faulty.failing(n, WRONG, act);
            if (!faulty.fired()) {
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
        PageClient staff = faulty.staff();
        PageClient customer = new PageClient(server.portal());
        Answer form = staff.get("customers/new");
        Answer signIn = customer.get("signin");
        faulty.during(Faults.AWAY, () -> {
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
            return null;
        });

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

    @Test
    @Order(5)
    void aSlowStatementHoldsUpNobodyForLong() {
        PageClient staff = faulty.staff();
        PageClient customer = new PageClient(server.portal());
        List<Callable<Integer>> crowd = Collections.nCopies(
                MORE_THAN_CONNECTIONS, () -> api.get("customers").status());
        List<Callable<Answer>> visitors = List.of(() -> staff.get("customers/list"), () -> customer.get("signin"));

        faulty.during(Faults.SLOW + " 600000 customer", () -> {
            long begun = System.nanoTime();
            List<Answer> alone = atOnce(visitors);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            requireAway(alone.get(0), "We are not available right now");
            assertThat(alone.get(1).status()).isEqualTo(200);
            assertThat(took)
                    .as("with a limit of %d seconds", FailingServer.STATEMENT_SECONDS)
                    .isBetween(Duration.ofSeconds(FailingServer.STATEMENT_SECONDS), TOLD_WITHIN);

            assertThat(atOnce(crowd)).as("more than there are connections").containsOnly(503);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BACK_WITHIN);
            return null;
        });

        assertThat(atOnce(crowd)).as("once it is over").containsOnly(200);
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) {
        try {
            return AtOnce.all(work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(6)
    void whoIsForgottenIsForgottenWholeWhateverFailed() {
        PageClient staff = faulty.staff();
        forgotten.add(untilItIsBegun(new Forgotten(api, staff, "Begin")));

        for (int n = 1; n < MORE_THAN_ANY_CALL_TAKES; n += 1 + n) {
            Forgotten customer = new Forgotten(api, staff, "Erased" + n);
            String way = WAYS.get(Integer.bitCount(n) % WAYS.size());
            boolean done = faulty.failing(n, way + " " + ERASURE, () -> {
                assertThat(customer.press(customer.request()).leadsTo("/privacy/request"))
                        .isTrue();
                return customer.isDoneInTheEnd();
            });
            assertThat(done).as("at statement %d with %s", n, way).isEqualTo(!faulty.fired() || !way.equals(WRONG));
            if (!done) {
                customer.tryAgain();
                assertThat(customer.isDoneInTheEnd()).isTrue();
            }
            assertThat(api.get("customers?q=" + Forgotten.MARK).values("id")).isEmpty();
            forgotten.add(customer.id());
            if (!faulty.fired()) {
                assertThat(n).isGreaterThan(FEWEST_STATEMENTS);
                return;
            }
        }
        throw new AssertionError("It never succeeds");
    }

    /** Fails at one statement after the other before the erasure is decided: till then nothing happens to the customer. */
    private String untilItIsBegun(Forgotten customer) {
        String path = "customers/" + customer.id();
        String before = api.get(path).body();
        Answer opened = customer.request();
        for (int n = 1; n < MORE_THAN_ANY_CALL_TAKES; n += n < EACH_OF_A_PAGE ? 1 : n / 4) {
            Answer answer = faulty.failing(n, n % 2 == 0 ? Faults.LOST : "", () -> customer.press(opened));
            if (answer.leadsTo("/privacy/request")) {
                assertThat(n).isGreaterThan(FEWEST_STATEMENTS);
                assertThat(customer.isDoneInTheEnd()).isTrue();
                return customer.id();
            }
            assertThat(faulty.fired()).as(answer.body()).isTrue();
            assertThat(customer.isOnlyAsked()).as("after statement %d", n).isTrue();
            assertThat(api.get(path).body()).isEqualTo(before);
            assertThat(folder.resolve("data/" + ERASED_LIST)).doesNotExist();
        }
        throw new AssertionError("It never succeeds");
    }

    @Test
    @Order(7)
    void anImportIsWholeWhateverFailed() {
        String first = untilNoStatementFails(key -> api.upload(
                        "first.csv", rowsOfAFile("First"), "customers", null, "x", Map.of("Idempotency-Key", "import")))
                .value("id");
        assertThat(api.get("imports").values("id")).containsExactly(first);
        assertThat(api.finishedImport(first, BACK_WITHIN).value("created")).isEqualTo(ROWS);

        for (int n = 1; n < MORE_THAN_ANY_CALL_TAKES; n += 1 + n) {
            String name = "Row" + n + "x";
            String way = WAYS.get(Integer.bitCount(n) % WAYS.size());
            ApiClient.Reply ended = faulty.failing(n, way + " " + IMPORT, () -> imported(name));
            boolean whole = !faulty.fired() || !way.equals(WRONG);
            assertThat(ended.value("state"))
                    .as("at statement %d with %s", n, way)
                    .isEqualTo(whole ? "COMPLETED" : "FAILED");
            assertThat(ended.value("created")).isEqualTo(whole ? ROWS : "0");
            assertThat(api.get("customers?q=" + name).values("id").size()).hasToString(whole ? ROWS : "0");
            if (!faulty.fired()) {
                assertThat(n).isGreaterThan(FEWEST_STATEMENTS);
                return;
            }
            ApiClient.Reply again = imported(name);
            assertThat(again.value("state")).isEqualTo("COMPLETED");
            assertThat(again.value(whole ? "unchanged" : "created"))
                    .as(again.body())
                    .isEqualTo(ROWS);
            assertThat(api.get("customers?q=" + name).values("id").size()).hasToString(ROWS);
        }
        throw new AssertionError("It never succeeds");
    }

    private ApiClient.Reply imported(String name) {
        ApiClient.Reply started = api.upload(name + ".csv", rowsOfAFile(name), "customers", null, "x", Map.of());
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        return api.finishedImport(started.value("id"), BACK_WITHIN);
    }

    private static byte[] rowsOfAFile(String name) {
        return "externalId,name,email\n%1$s1,%1$s One,one@%1$s.example\n%1$s2,%1$s Two,two@%1$s.example\n%1$s3,%1$s Three,\n"
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Also what failed gives its connection back: the pool tells who does not. */
    @Test
    @Order(8)
    void everyConnectionWasGivenBack() {
        Pause.of(Duration.ofSeconds(FailingServer.LEAK_SECONDS + 1));

        assertThat(notGivenBack()).isEmpty();
    }

    /** Each with where it was taken, but for the one of the start: to make the schema may take its time. */
    private static List<String> notGivenBack() {
        List<String> lines = server.log().lines().toList();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("connection leak")) {
                all.add(String.join("\n", lines.subList(i, Math.min(lines.size(), i + LINES_OF_A_TRACE))));
            }
        }
        all.removeIf(trace -> trace.contains("platform.internal.Migrator.migrate"));
        return all;
    }

    @Test
    @Order(9)
    void theDatabaseHoldsTheSameOfBoth() {
        server.stop();
        Path data = folder.resolve("data");

        List<String> everybody = new ArrayList<>(List.of(UNDISTURBED, DISTURBED));
        everybody.addAll(forgotten);
        List<Map<String, Long>> rows = rowsOf(data, everybody);
        Map<String, Long> calm = rows.get(0);
        Map<String, Long> stormy = rows.get(1);

        assertThat(calm)
                .containsKeys("CUSTOMER", "CONTACT_POINT", "PURCHASE", "INTERACTION", "ATTACHMENT", "AUDIT_ENTRY")
                .containsEntry("CUSTOMER", 2L);
        assertThat(stormy).isEqualTo(calm);
        assertThat(StoredData.everything(data)).as("the forgotten").noneMatch(value -> value.toLowerCase(Locale.ROOT)
                .contains(Forgotten.MARK.toLowerCase(Locale.ROOT)));
        assertThat(rows.subList(2, rows.size())).hasSizeGreaterThan(2).allSatisfy(left -> assertThat(left)
                .isEqualTo(rows.get(2)));
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
            // Every second time the connection is lost, too.
            String way = n % 2 == 0 ? Faults.LOST : "";
            ApiClient.Reply reply = faulty.failing(n, way, () -> call.apply(faulty.word()));
            if (done != null && reply.status() == 409) {
                assertThat(reply.body()).as("it was done, and its key is known").contains("Idempotency-Key");
                return reply;
            }
            if (!faulty.fired()) {
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

    /**
     * How many rows each table has of each of the customers with these names or public ids, and how many have the name. Of
     * who looked there is one row a day and person: counted are the ways in which somebody looked.
     */
    private static List<Map<String, Long>> rowsOf(Path data, List<String> customers) {
        List<String> tables = StoredData.tablesWith(data, "CUSTOMER_ID");
        List<Map<String, Long>> all = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            all.add(new TreeMap<>());
            String id = "(select min(id) from customer where '" + customers.get(i) + "' in (given_name, public_id))";
            for (String table : tables) {
                String what = table.equals(VIEWS) ? "count(distinct kind)" : "count(*)";
                counts.add(
                        "select " + i + ", '" + table + "', " + what + " from " + table + " where customer_id = " + id);
            }
            counts.add("select " + i + ", 'CUSTOMER', count(*) from customer where given_name = '" + customers.get(i)
                    + "'");
        }
        StoredData.rows(data, counts).forEach(row -> {
            String[] cell = row.split("\\|");
            all.get(Integer.parseInt(cell[0])).put(cell[1], Long.valueOf(cell[2]));
        });
        return all;
    }
}
