package org.vinculo.crm.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.Installation;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.ServerUnderTest;

/**
 * Some people who do everything that the benchmark measures, by turns and for hours; they sign in a quarter as often as they
 * do anything else. Each minute it says how many answers
 * there were, how many were wrong, the 95th percentile and the heap after a collection, and writes the same to a table. In
 * the end it says what was not as in the beginning (see {@link Endurance}). Every hour a file is imported.
 * System properties: {@code soak.minutes} (120), {@code soak.users} (16), {@code soak.customers} (10000), {@code
 * soak.pause} (milliseconds between two requests of a person, 200), and those of {@link Benchmark} for folder and JVM.
 */
public final class Soak {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int MINUTES_BETWEEN_IMPORTS = 60;
    private static final int ROWS_OF_AN_IMPORT = 1000;
    private static final int ROWS_OF_A_PAGE = 25;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Path folder =
            Path.of(System.getProperty("bench.folder", "target/bench")).toAbsolutePath();
    private final Path table = folder.resolve("soak.md");
    private final Queue<Long> times = new ConcurrentLinkedQueue<>();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong allErrors = new AtomicLong();
    private final Endurance endurance = new Endurance();
    private final List<String> imports = new ArrayList<>();

    /** In the numbers of what is imported: the data of a run before may still be there. */
    private final long begun = Instant.now().getEpochSecond();

    private Soak() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        System.exit(new Soak().run() == 0 ? 0 : 1);
    }

    private long run() throws IOException, InterruptedException {
        int customers = Integer.getInteger("soak.customers", 10_000);
        Path place = folder.resolve("customers-" + customers);
        Files.createDirectories(place);
        Company.generate(place, customers);
        try (ServerUnderTest server = Company.plan(place)
                .environment("CRM_JAVA_OPTIONS", System.getProperty("bench.options", "-Xmx2g"))
                .start()) {
            long pid = Company.pidOf(server);
            Company.waitUntilIdle(pid);
            List<Person> people = Company.people(server, customers, Integer.getInteger("soak.users", 16));
            List<Visit> visits = mixed(Visits.all(Math.max(1, Math.min(400, customers / ROWS_OF_A_PAGE))));
            Instant end = Instant.now().plus(Duration.ofMinutes(Integer.getInteger("soak.minutes", 120)));
            List<Thread> threads =
                    people.stream().map(person -> start(person, visits, end)).toList();
            write(
                    "| Minute | Answers | Errors | Median ms | p95 ms | Heap after a collection in MB | Threads | Open files |");
            write("|---:|---:|---:|---:|---:|---:|---:|---:|");
            for (int minute = 1; Instant.now().isBefore(end); minute++) {
                if (minute % MINUTES_BETWEEN_IMPORTS == 1) {
                    imports.add(beginImport(server, minute));
                }
                Pause.of(MINUTE);
                tell(server, pid, minute);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            return allErrors.get() + complain(server);
        }
    }

    private static List<Visit> mixed(List<Visit> all) {
        return all.stream()
                .flatMap(
                        visit -> Stream.generate(() -> visit).limit(visit.name().equals(Visits.SIGN_IN) ? 1 : 4))
                .toList();
    }

    private String beginImport(ServerUnderTest server, int minute) {
        StringBuilder file = new StringBuilder("externalId,name\n");
        for (int i = 0; i < ROWS_OF_AN_IMPORT; i++) {
            file.append("soak-" + begun + "-" + minute + "-" + i + ",Soak " + minute + " " + i + "\n");
        }
        byte[] content = file.toString().getBytes(StandardCharsets.UTF_8);
        return api(server)
                .upload("soak" + minute + ".csv", content, "customers", null, "soak-boundary", Map.of())
                .value("id");
    }

    private static ApiClient api(ServerUnderTest server) {
        return new ApiClient(server.backoffice(), Installation.TOKEN);
    }

    private int complain(ServerUnderTest server) throws IOException {
        String log = server.log();
        List<String> all = endurance.complaints(
                log.length(),
                log.lines().filter(line -> line.contains(" SEVERE ")).count());
        for (String id : imports) {
            String created = api(server).finishedImport(id, MINUTE).value("created");
            if (!created.equals(Integer.toString(ROWS_OF_AN_IMPORT))) {
                all.add("an import made " + created + " customers of " + ROWS_OF_AN_IMPORT);
            }
        }
        write("");
        for (String one : all) {
            write("Not as it must be: " + one + ".");
        }
        return all.size();
    }

    private Thread start(Person person, List<Visit> visits, Instant end) {
        Duration pause = Duration.ofMillis(Integer.getInteger("soak.pause", 200));
        Thread thread = new Thread(() -> {
            while (Instant.now().isBefore(end)) {
                visit(person, visits.get(person.chance().nextInt(visits.size())));
                Pause.of(pause);
            }
        });
        thread.start();
        return thread;
    }

    private void visit(Person person, Visit visit) {
        try {
            Object prepared = visit.prepare() == null ? null : visit.prepare().by(person);
            long start = System.nanoTime();
            boolean right = visit.perform().by(person, prepared);
            times.add(System.nanoTime() - start);
            if (!right) {
                wrong(visit, "unexpected answer");
            }
        } catch (RuntimeException | AssertionError e) {
            wrong(visit, e.toString());
        }
    }

    private void wrong(Visit visit, String why) {
        errors.incrementAndGet();
        allErrors.incrementAndGet();
        Company.say(visit.name() + ": " + why.substring(0, Math.min(why.length(), 300)));
    }

    private void tell(ServerUnderTest server, long pid, int minute) throws IOException, InterruptedException {
        double[] sorted = Stream.generate(times::poll)
                .takeWhile(time -> time != null)
                .mapToDouble(time -> time / NANOS_PER_MILLI)
                .sorted()
                .toArray();
        Endurance.Minute now = new Endurance.Minute(
                at(sorted, 0.95), Company.heapAfterCollection(server, pid), entries(pid, "task"), entries(pid, "fd"));
        endurance.add(now);
        write(String.format(
                Locale.ROOT,
                "| %d | %d | %d | %.1f | %.1f | %.0f | %.0f | %.0f |",
                minute,
                sorted.length,
                errors.getAndSet(0),
                at(sorted, 0.5),
                now.p95(),
                now.heap(),
                now.threads(),
                now.files()));
    }

    private static long entries(long pid, String folder) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(pid), folder))) {
            return all.count();
        }
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : Arrays.stream(sorted)
                        .skip((long) (sorted.length * share))
                        .findFirst()
                        .orElse(0);
    }

    private void write(String line) throws IOException {
        Company.say(line);
        Files.writeString(table, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
