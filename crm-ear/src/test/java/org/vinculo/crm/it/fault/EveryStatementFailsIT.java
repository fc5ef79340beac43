package org.vinculo.crm.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.DerbyFiles;
import org.vinculo.crm.it.Installation;
import org.vinculo.crm.it.ServerUnderTest;
import org.vinculo.crm.it.access.PageClient;

/**
 * Everything that a program may write about a customer, with the database failing at the first statement, then at the
 * second, and so on until the call succeeds: after every failure nothing is there, and in the end exactly what an
 * undisturbed call leaves.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryStatementFailsIT {

    private static final int MORE_THAN_ANY_CALL_TAKES = 400;
    private static final int FEWEST_STATEMENTS = 4;
    private static final int FIRST_STATEMENTS_OF_A_PAGE = 12;
    /** Two names that sound alike have as many keys to be found by. */
    private static final String UNDISTURBED = "Marina";

    private static final String DISTURBED = "Karina";

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
        server = Installation.plan(folder)
                .property("crm.db.driver", FailingDriver.class.getName())
                .property("crm.db.url", FailingDriver.PREFIX + "derby:" + folder.resolve("data/db") + ";create=true")
                .property("crm.db.password", "crm")
                .jvmFlags("-XX:TieredStopAtLevel=1", "-javaagent:" + driver)
                .environment(
                        "CRM_JAVA_OPTIONS",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g -javaagent:" + driver + " -D"
                                + FailingDriver.CONTROL + "=" + control)
                .start();
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

    /** Who somebody is, is asked of the database before any filter runs: also then the answer tells its number. */
    @Test
    @Order(2)
    void aPageThatFailsAtAnyOfItsFirstStatementsTellsItsNumber() {
        PageClient staff = new PageClient(server.backoffice());
        staff.signIn(Installation.ADMIN, Installation.PASSWORD);
        int failures = 0;
        for (int n = 1; n <= FIRST_STATEMENTS_OF_A_PAGE; n++) {
            String word = "w" + words++;
            write(control, word + " " + n);
            PageClient.Answer answer;
            try {
                answer = staff.get("customers/list");
            } finally {
                delete(control);
            }
            String number = answer.headers().firstValue("X-Request-Id").orElse(null);
            assertThat(number).as("%d: %s", n, answer.status()).isNotBlank();
            if (answer.status() >= 500) {
                failures++;
                assertThat(answer.body()).contains(number).doesNotContain("SQLException", "the disk is gone");
            }
        }
        assertThat(failures).isPositive();
    }

    @Test
    @Order(3)
    void theDatabaseHoldsTheSameOfBoth() {
        server.stop();
        Path data = folder.resolve("data");

        Map<String, Long> calm = rowsOf(data, UNDISTURBED);
        Map<String, Long> stormy = rowsOf(data, DISTURBED);

        assertThat(calm).containsKeys("CUSTOMER", "CONTACT_POINT", "PURCHASE", "INTERACTION", "AUDIT_ENTRY");
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
        how.make(key -> api.post(
                path + "/interactions",
                "{\"channel\":\"PHONE\",\"direction\":\"INBOUND\",\"purpose\":\"SERVICE\",\"outcome\":\"DONE\",\"topic\":\"Said %s\"}"
                        .formatted(name),
                Map.of("Idempotency-Key", "say " + name)));
        how.make(key -> api.post(
                path + "/purchases",
                "{\"purchasedAt\":\"2026-03-02T10:00:00Z\",\"documentNumber\":\"W-%s\",\"currency\":\"EUR\",\"lines\":[{\"product\":\"P1\",\"quantity\":\"2\",\"amount\":\"10.00\"},{\"product\":\"P2\",\"quantity\":\"1\",\"amount\":\"5.00\"}]}"
                        .formatted(name),
                Map.of("Idempotency-Key", "buy " + name)));
    }

    /** Repeats a call with the failure one statement later each time, until none fails. */
    private ApiClient.Reply untilNoStatementFails(Function<String, ApiClient.Reply> call) {
        List<String> before = state();
        List<String> done = null;
        for (int n = 1; n < MORE_THAN_ANY_CALL_TAKES; n++) {
            String word = "w" + words++;
            write(control, word + " " + n);
            ApiClient.Reply reply;
            try {
                reply = call.apply(word);
            } finally {
                delete(control);
            }
            if (!fired(word) || reply.status() < 300) {
                // Either nothing failed any more, or something beside the call, which its caller need not know.
                assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
                assertThat(n).as("failures before it succeeded").isGreaterThan(FEWEST_STATEMENTS);
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
        String id = DerbyFiles.rows(data, "select id from customer where given_name = '" + name + "'")
                .get(0);
        Map<String, Long> rows = new TreeMap<>();
        List<String> tables = DerbyFiles.rows(
                data,
                "select t.tablename from sys.systables t join sys.syscolumns c on c.referenceid = t.tableid where c.columnname = 'CUSTOMER_ID'");
        for (String table : tables) {
            rows.put(table, count(data, "select count(*) from " + table + " where customer_id = " + id));
        }
        rows.put("CUSTOMER", count(data, "select count(*) from customer where given_name = '" + name + "'"));
        return rows;
    }

    private static long count(Path data, String query) {
        return Long.parseLong(DerbyFiles.rows(data, query).get(0));
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
