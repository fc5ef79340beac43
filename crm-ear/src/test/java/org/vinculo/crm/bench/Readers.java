package org.vinculo.crm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.ServerUnderTest;

/**
 * People who read lists and search at the same time, on a database that is full already: of each page how many answers, how
 * many wrong ones, median and 95th percentile. Ends with an error when one was wrong or a percentile is above the limit.
 * The database is that of the variables {@code CRM_DB_…}. System properties: {@code readers.folder}, {@code
 * readers.customers}, {@code readers.number} (16), {@code readers.minutes} (3), {@code readers.pause} (milliseconds
 * before the next page, 1000) and {@code readers.limit} (milliseconds, 2000).
 */
public final class Readers {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int ROWS_OF_A_PAGE = 25;
    private static final int PAGES_OF_A_LIST = 400;

    /** What is asked for the first time is compiled and planned; nobody waits for that a second time. */
    private static final Duration WARM_UP = Duration.ofMinutes(1);

    private final Map<String, Queue<Double>> times = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> errors = new ConcurrentHashMap<>();

    private Readers() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        System.exit(new Readers().run() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("readers.folder")).toAbsolutePath();
        int customers = Integer.getInteger("readers.customers");
        Files.createDirectories(folder);
        ServerUnderTest.Plan plan =
                Company.plan(folder).environment("CRM_JAVA_OPTIONS", System.getProperty("readers.options", "-Xmx2g"));
        System.getenv().entrySet().stream()
                .filter(each -> each.getKey().startsWith("CRM_DB_"))
                .forEach(each -> plan.environment(each.getKey(), each.getValue()));
        try (ServerUnderTest server = plan.start()) {
            Company.waitUntilIdle(Company.pidOf(server));
            List<Person> people = Company.people(server, customers, Integer.getInteger("readers.number", 16));
            List<Visit> visits = Visits.all(Math.max(1, Math.min(PAGES_OF_A_LIST, customers / ROWS_OF_A_PAGE))).stream()
                    .filter(visit -> visit.name().startsWith("customer list")
                            || visit.name().equals("search"))
                    .toList();
            long begin = System.nanoTime() + WARM_UP.toNanos();
            long end = begin
                    + Duration.ofMinutes(Integer.getInteger("readers.minutes", 3))
                            .toNanos();
            List<Thread> threads = new ArrayList<>();
            for (Person person : people) {
                Thread thread = new Thread(() -> read(person, visits, begin, end), "reader");
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            return isGood(Integer.getInteger("readers.limit", 2000));
        }
    }

    private void read(Person person, List<Visit> visits, long begin, long end) {
        Duration pause = Duration.ofMillis(Integer.getInteger("readers.pause", 1000));
        while (System.nanoTime() < end) {
            Visit visit = visits.get(person.chance().nextInt(visits.size()));
            long start = System.nanoTime();
            boolean right;
            try {
                right = visit.perform().by(person, null);
            } catch (RuntimeException broken) {
                right = false;
            }
            if (start > begin) {
                times.computeIfAbsent(visit.name(), name -> new ConcurrentLinkedQueue<>())
                        .add((System.nanoTime() - start) / NANOS_PER_MILLI);
            }
            if (!right) {
                errors.computeIfAbsent(visit.name(), name -> new AtomicInteger())
                        .incrementAndGet();
            }
            Pause.of(pause);
        }
    }

    private boolean isGood(int limit) {
        boolean good = !times.isEmpty();
        Company.say("| Page | Answers | Errors | Median ms | p95 ms |");
        Company.say("|---|---:|---:|---:|---:|");
        for (Map.Entry<String, Queue<Double>> page : new TreeMap<>(times).entrySet()) {
            double[] sorted = page.getValue().stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            int wrong = errors.getOrDefault(page.getKey(), new AtomicInteger()).get();
            double p95 = sorted[(int) (sorted.length * 0.95)];
            Company.say(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %.1f | %.1f |",
                    page.getKey(),
                    sorted.length,
                    wrong,
                    sorted[sorted.length / 2],
                    p95));
            good &= wrong == 0 && p95 <= limit;
        }
        Company.say(good ? "within " + limit + " ms" : "FAILED: an error, or more than " + limit + " ms");
        return good;
    }
}
