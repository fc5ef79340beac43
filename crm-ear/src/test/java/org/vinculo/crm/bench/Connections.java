package org.vinculo.crm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.ServerUnderTest;
import org.vinculo.crm.it.access.PageClient;

/**
 * Whether every connection to the database is given back: some people do everything that the benchmark measures and as much
 * that is refused (wrong passwords and tokens, pages and customers that are not there, values that cannot be, changes that
 * collide), then the pool says whether somebody still has a connection. System properties: {@code connections.folder}, {@code
 * connections.requests} (10000), {@code connections.people} (8).
 */
public final class Connections {

    private static final int CUSTOMERS = 1000;
    private static final int DEEPEST = 40;
    private static final int LEAK_SECONDS = 20;
    private static final String LEAK = "connection leak";
    private static final int LINES_OF_A_TRACE = 60;

    private final AtomicInteger asked = new AtomicInteger();
    private final int wanted = Integer.getInteger("connections.requests", 10_000);

    private Connections() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        System.exit(new Connections().run() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("connections.folder")).toAbsolutePath();
        Files.createDirectories(folder);
        Company.generate(folder, CUSTOMERS);
        try (ServerUnderTest server = Company.plan(folder)
                .property("crm.db.leak-seconds", Integer.toString(LEAK_SECONDS))
                .start()) {
            Company.waitUntilIdle(Company.pidOf(server));
            List<Person> people = Company.people(server, CUSTOMERS, Integer.getInteger("connections.people", 8));
            List<Thread> threads = new ArrayList<>();
            for (Person person : people) {
                Thread thread = new Thread(() -> ask(person, server), "person");
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            Pause.of(Duration.ofSeconds(LEAK_SECONDS + 5));
            List<String> told = new PageClient(server.backoffice())
                    .get("metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("crm_http_requests_total"))
                    .toList();
            told.forEach(Company::say);
            long leaks = notGivenBack(server);
            boolean broken = told.stream().anyMatch(line -> line.contains("status=\"5xx\""));
            Company.say(asked.get() + " visits, " + leaks + " connections not given back"
                    + (broken ? ", FAILED: answers of 5xx" : ""));
            return leaks == 0 && !broken;
        }
    }

    /** But for the one of the start: to make the schema may take its time. */
    private static long notGivenBack(ServerUnderTest server) {
        return Stream.of(server.log().split(LEAK))
                .skip(1)
                .filter(trace -> !trace.lines()
                        .limit(LINES_OF_A_TRACE)
                        .anyMatch(line -> line.contains("platform.internal.Migrator.migrate")))
                .count();
    }

    private void ask(Person person, ServerUnderTest server) {
        List<Visit> visits =
                Stream.concat(Visits.all(DEEPEST).stream(), refused(server)).toList();
        while (asked.incrementAndGet() <= wanted) {
            Visit visit = visits.get(person.chance().nextInt(visits.size()));
            try {
                visit.perform()
                        .by(
                                person,
                                visit.prepare() == null ? null : visit.prepare().by(person));
            } catch (RuntimeException | AssertionError unexpected) {
                // An answer without the form that comes next: counted by the server, as all are.
                Company.say(visit.name() + ": " + unexpected.getClass().getSimpleName());
            }
        }
    }

    private static Stream<Visit> refused(ServerUnderTest server) {
        ApiClient stranger = new ApiClient(server.backoffice(), "a-token-that-nobody-has-0123456789abcdef");
        return Stream.of(
                Visit.plain("wrong password", person -> new PageClient(server.backoffice())
                        .signIn(person.newName() + "@nobody.example", "wrong words here")
                        .leadsTo("/home")),
                Visit.plain(
                        "wrong token",
                        person -> stranger.get("customers?limit=1").status() == 401),
                Visit.plain(
                        "no such page",
                        person -> person.office().get("customers/nothing").status() == 404),
                Visit.plain(
                        "no such customer",
                        person -> person.api()
                                        .get("customers/AAAAAAAAAAAAAAAAAAAAAA")
                                        .status()
                                == 404),
                Visit.plain(
                        "no such customer, page",
                        person -> person.office()
                                        .get("customers/view?id=AAAAAAAAAAAAAAAAAAAAAA")
                                        .status()
                                == 404),
                Visit.plain(
                        "a value that cannot be",
                        person -> person.api()
                                        .post("customers", "{\"kind\":\"PERSON\",\"email\":\"no address\"}", Map.of())
                                        .status()
                                == 400),
                Visit.plain(
                        "a change that collides",
                        person -> person.api()
                                        .send(
                                                "PATCH",
                                                "customers/" + person.customer(),
                                                "{\"notes\":\"late\"}",
                                                Map.of("If-Match", "\"999999\""))
                                        .status()
                                == 412));
    }
}
