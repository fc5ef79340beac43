package org.vinculo.crm.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.Installation;
import org.vinculo.crm.it.ServerUnderTest;

/**
 * Measures the built server with made-up customers, ten purchases and five conversations each, over HTTP and with the
 * forms of the pages. System properties:
 *
 * <ul>
 *   <li>{@code bench.customers}: numbers of customers, {@code 1000,100000}
 *   <li>{@code bench.users}: numbers of people at once, {@code 1,4,16}
 *   <li>{@code bench.seconds} and {@code bench.warmup}: for each request, 10 and 15
 *   <li>{@code bench.figures}: {@code false} leaves the figures of value unmade
 *   <li>{@code bench.only}: requests whose names contain one of these words
 *   <li>{@code bench.rows}: purchases of an import, which is compared with plain JDBC, and with it an export and a backup;
 *       {@code 0} for none
 *   <li>{@code bench.options}: of the server's JVM, {@code -Xmx2g}
 *   <li>{@code bench.folder}: for data and tables, {@code target/bench}; data that are there are used again
 * </ul>
 *
 * Statements are counted with the most customers, in a second run of the server with a driver that writes them down, so that counting them takes
 * no part in the times.
 */
public final class Benchmark {

    private static final int ROWS_OF_A_PAGE = 25;
    private static final int PAGES_OF_A_LIST = 400;
    private static final int COUNTED = 5;

    private final Path folder =
            Path.of(System.getProperty("bench.folder", "target/bench")).toAbsolutePath();
    private final String options = System.getProperty("bench.options", "-Xmx2g");
    private final Duration seconds = Duration.ofSeconds(Integer.getInteger("bench.seconds", 10));
    private final Duration warmUp = Duration.ofSeconds(Integer.getInteger("bench.warmup", 15));
    private final List<Integer> users = numbers("bench.users", "1,4,16");
    private final List<Integer> sizes = numbers("bench.customers", "1000,100000");
    private final int rows = Integer.getInteger("bench.rows", 0);
    private final Report report = new Report();

    private Benchmark() {}

    public static void main(String... arguments) throws IOException, InterruptedException, SQLException {
        Benchmark benchmark = new Benchmark();
        for (int customers : benchmark.sizes) {
            benchmark.with(customers);
        }
        System.exit(benchmark.report.isFreeOfErrors() ? 0 : 1);
    }

    private static List<Integer> numbers(String property, String otherwise) {
        return Stream.of(System.getProperty(property, otherwise).split(","))
                .map(Integer::valueOf)
                .toList();
    }

    private void with(int customers) throws IOException, InterruptedException, SQLException {
        Path place = folder.resolve("customers-" + customers);
        Files.createDirectories(place);
        Company.generate(place, customers);
        report.note(String.format(
                Locale.ROOT,
                "%,d customers, %d processors, Java %s, `%s`, load before %s",
                customers,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                options,
                load()));
        measure(place, customers);
        if (customers == Collections.max(sizes)) {
            count(place, customers);
        }
        if (rows > 0) {
            report.table(new ManyRows(place, customers, rows, options).measure());
        }
        report.note("");
        write();
    }

    private void write() throws IOException {
        Path table = folder.resolve("benchmark.md");
        Files.writeString(table, report.text());
        Company.say(table + "\n" + report.text());
    }

    private static String load() throws IOException {
        Path load = Path.of("/proc/loadavg");
        return Files.exists(load) ? Files.readString(load).split(" ")[0] : "unknown";
    }

    private void measure(Path place, int customers) throws IOException, InterruptedException {
        try (ServerUnderTest server =
                Company.plan(place).environment("CRM_JAVA_OPTIONS", options).start()) {
            long pid = Company.pidOf(server);
            if (!"false".equals(System.getProperty("bench.figures"))) {
                new ApiClient(server.backoffice(), Installation.TOKEN).post("value/refresh", "{}", Map.of());
            }
            Company.waitUntilIdle(pid);
            int most = users.stream().mapToInt(Integer::intValue).max().orElse(1);
            List<Person> people = Company.people(server, customers, most);
            List<Visit> visits = chosen(customers);
            try (Run run = new Run(people.subList(0, Math.min(most, 2)), pid)) {
                for (Visit visit : visits) {
                    Measured warm = run.measure(visit, customers, warmUp);
                    Company.say(String.format(
                            Locale.ROOT,
                            "warming up: %s, %d requests, %d errors, CPU %.1f ms, compiler %.1f ms",
                            visit.name(),
                            warm.requests(),
                            warm.errors(),
                            warm.cpu(),
                            warm.compiling()));
                }
            }
            Company.waitUntilIdle(pid);
            for (int count : users) {
                try (Run run = new Run(people.subList(0, count), pid)) {
                    for (Visit visit : visits) {
                        Measured result = run.measure(visit, customers, seconds);
                        report.add(result);
                        Company.say(result.toString());
                    }
                }
            }
            report.note("Heap in use after a collection: " + Company.heapAfterCollection(server, pid)
                    + " MB, load after " + load());
        }
        write();
    }

    private static List<Visit> chosen(int customers) {
        Set<String> words = Set.of(System.getProperty("bench.only", "").split(","));
        int deepest = Math.max(1, Math.min(PAGES_OF_A_LIST, customers / ROWS_OF_A_PAGE));
        return Visits.all(deepest).stream()
                .filter(visit -> words.stream().anyMatch(visit.name()::contains))
                .toList();
    }

    /** Statements of each request, with the texts and times of all of them in a file. */
    private void count(Path place, int customers) throws IOException {
        Path statements = folder.resolve("statements-" + customers + ".txt");
        Path driver = agent(folder.resolve("counting-driver.jar"));
        Files.deleteIfExists(statements);
        try (ServerUnderTest server = Company.plan(place)
                .property("crm.db.driver", CountingDriver.class.getName())
                .property("crm.db.url", CountingDriver.PREFIX + "derby:" + place.resolve("data/db"))
                .property("crm.db.password", "crm")
                .jvmFlags("-javaagent:" + driver)
                .environment(
                        "CRM_JAVA_OPTIONS",
                        options + " -javaagent:" + driver + " -D" + CountingDriver.FILE + "=" + statements)
                .start()) {
            Person person = Company.people(server, customers, 1).get(0);
            for (Visit visit : chosen(customers)) {
                mark(statements, "before " + visit.name());
                for (int i = 0; i < COUNTED; i++) {
                    perform(visit, person);
                }
                mark(statements, visit.name());
                long counted = 0;
                for (int i = 0; i < COUNTED; i++) {
                    Object prepared =
                            visit.prepare() == null ? null : visit.prepare().by(person);
                    long before = lines(statements);
                    visit.perform().by(person, prepared);
                    counted += lines(statements) - before;
                }
                report.statements(visit.name(), customers, (double) counted / COUNTED);
            }
        }
    }

    private static void mark(Path statements, String name) throws IOException {
        Files.writeString(statements, "# " + name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void perform(Visit visit, Person person) {
        visit.perform()
                .by(person, visit.prepare() == null ? null : visit.prepare().by(person));
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static Path agent(Path file) throws IOException {
        String name = CountingDriver.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", CountingDriver.class.getName());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                InputStream code = CountingDriver.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            code.transferTo(jar);
        }
        return file;
    }
}
