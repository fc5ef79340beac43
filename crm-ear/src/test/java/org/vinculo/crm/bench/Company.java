package org.vinculo.crm.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.Installation;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.ServerUnderTest;
import org.vinculo.crm.it.access.Mailbox;
import org.vinculo.crm.it.access.PageClient;

/** A server full of made-up customers, and the people who use it. */
final class Company {

    static final PrintStream OUT = System.out;
    private static final int KNOWN = 300;
    private static final double IDLE_SHARE = 0.08;
    private static final Duration IDLE_WINDOW = Duration.ofSeconds(5);
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(30);
    private static final String PORTAL_PASSWORD = "corner-lamp-47-orchard";

    private Company() {}

    static void say(String line) {
        OUT.println(line);
    }

    /** Fills a folder, unless it is filled. */
    static void generate(Path place, int customers) throws IOException, InterruptedException {
        Path done = place.resolve("generated");
        if (Files.exists(done)) {
            return;
        }
        String told = command(
                "generate",
                "--data",
                place.resolve("data").toString(),
                "--customers",
                Integer.toString(customers),
                "--until",
                "2026-06-30");
        String last = told.strip().lines().reduce((first, second) -> second).orElse("");
        Files.writeString(done, last);
        say(customers + " customers generated: " + last);
    }

    /** Runs a command of the server's program and gives what it says. @throws IllegalStateException when it fails */
    static String command(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of(System.getProperty("crm.server.directory", "target/crm-server"))
                        .resolve("crm-server.jar")
                        .toAbsolutePath()
                        .toString()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(told);
        }
        return told;
    }

    static ServerUnderTest.Plan plan(Path place) throws IOException {
        Files.deleteIfExists(place.resolve("provision.properties"));
        return Installation.plan(place)
                .jvmFlags()
                .environment("CRM_API_CALLS_PER_MINUTE", "100000000")
                .environment("CRM_BACKUP_AT", "never");
    }

    /** The launcher starts the server as a process of its own. */
    static long pidOf(ServerUnderTest server) {
        return server.process()
                .descendants()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The launcher has no server"))
                .pid();
    }

    /** Waits until what the server makes by itself of new data (keys of the search, figures) is made. */
    static void waitUntilIdle(long pid) {
        long end = System.nanoTime() + IDLE_LIMIT.toNanos();
        double share = 1;
        while (share > IDLE_SHARE && System.nanoTime() < end) {
            ProcessorTime before = ProcessorTime.of(pid);
            Pause.of(IDLE_WINDOW);
            ProcessorTime after = ProcessorTime.of(pid);
            share = (after.workingSince(before) + after.compilingSince(before)) / IDLE_WINDOW.toMillis();
        }
        say(String.format(Locale.ROOT, "at rest the server takes %.1f %% of a processor", share * 100));
    }

    static List<Person> people(ServerUnderTest server, int customers, int number) {
        ApiClient api = new ApiClient(server.backoffice(), Installation.TOKEN);
        SplittableRandom chance = new SplittableRandom(1);
        Set<String> found = new LinkedHashSet<>();
        while (found.size() < Math.min(KNOWN, customers / 2)) {
            ApiClient.Reply reply = api.get("customers?limit=1&externalId=G1-" + chance.nextInt(customers));
            if (reply.status() != 200) {
                throw new IllegalStateException(reply.body());
            }
            found.addAll(reply.values("id"));
        }
        List<String> known = List.copyOf(found);
        PageClient admin = signedIn(server);
        String email = invited(server, admin, known);
        List<Person> people = new ArrayList<>();
        int each = known.size() / number;
        for (int i = 0; i < number; i++) {
            PageClient portal = new PageClient(server.portal());
            if (!portal.signIn(email, PORTAL_PASSWORD).leadsTo("/home")) {
                throw new IllegalStateException("The portal does not let " + email + " in");
            }
            people.add(new Person(
                    signedIn(server),
                    portal,
                    new PageClient(server.backoffice()),
                    api,
                    known,
                    known.subList(i * each, (i + 1) * each),
                    new AtomicInteger(),
                    chance.split()));
        }
        return people;
    }

    private static PageClient signedIn(ServerUnderTest server) {
        PageClient client = new PageClient(server.backoffice());
        if (!client.signIn(Installation.ADMIN, Installation.PASSWORD).leadsTo("/home")) {
            throw new IllegalStateException("The back office does not let the administrator in");
        }
        return client;
    }

    private static String invited(ServerUnderTest server, PageClient admin, List<String> known) {
        String email = "bench" + System.currentTimeMillis() + "@portal.example";
        String person = known.stream()
                .filter(id -> !admin.get("customers/portal?id=" + id).body().contains("invitation:role"))
                .findFirst()
                .orElseThrow();
        PageClient.Answer sent = admin.submit(
                "customers/portal?id=" + person,
                "invitation",
                "invite",
                Map.of("email", email, "name", "Bench Person"));
        if (sent.status() != 200) {
            throw new IllegalStateException(sent.body());
        }
        String page = Mailbox.pageOf(Mailbox.link(admin, "accept", email));
        new PageClient(server.portal())
                .submit(
                        page,
                        "accept",
                        "submit",
                        Map.of("name", "Bench Person", "password", PORTAL_PASSWORD, "email", email));
        return email;
    }

    /** In MB, 0 when it is not known. */
    static long heapAfterCollection(ServerUnderTest server, long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectErrorStream(true)
                .start()
                .waitFor(1, TimeUnit.MINUTES);
        Matcher used = Pattern.compile("(?m)^crm_heap_used_bytes ([0-9.eE+]+)")
                .matcher(new PageClient(server.backoffice()).get("metrics").body());
        return used.find() ? Math.round(Double.parseDouble(used.group(1)) / (1 << 20)) : 0;
    }
}
