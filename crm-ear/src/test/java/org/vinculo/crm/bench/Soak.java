package org.vinculo.crm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.ServerUnderTest;

/**
 * Some people who do everything that the benchmark measures, by turns and for hours. Each minute it says how many answers
 * there were, how many were wrong, the 95th percentile and the heap after a collection, and writes the same to a table.
 * System properties: {@code soak.minutes} (120), {@code soak.users} (16), {@code soak.customers} (10000), {@code
 * soak.pause} (milliseconds between two requests of a person, 200), and those of {@link Benchmark} for folder and JVM.
 */
public final class Soak {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int ROWS_OF_A_PAGE = 25;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Path folder =
            Path.of(System.getProperty("bench.folder", "target/bench")).toAbsolutePath();
    private final Path table = folder.resolve("soak.md");
    private final Queue<Long> times = new ConcurrentLinkedQueue<>();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong allErrors = new AtomicLong();

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
            List<Visit> visits = Visits.all(Math.max(1, Math.min(400, customers / ROWS_OF_A_PAGE)));
            Instant end = Instant.now().plus(Duration.ofMinutes(Integer.getInteger("soak.minutes", 120)));
            List<Thread> threads =
                    people.stream().map(person -> start(person, visits, end)).toList();
            write("| Minute | Answers | Errors | Median ms | p95 ms | Heap after a collection | Threads |");
            write("|---:|---:|---:|---:|---:|---:|---:|");
            for (int minute = 1; Instant.now().isBefore(end); minute++) {
                Pause.of(MINUTE);
                tell(server, pid, minute);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        return allErrors.get();
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
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            write(String.format(
                    Locale.ROOT,
                    "| %d | %d | %d | %.1f | %.1f | %s | %d |",
                    minute,
                    sorted.length,
                    errors.getAndSet(0),
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    Company.heapAfterCollection(server, pid),
                    threads.count()));
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
