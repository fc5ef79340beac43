package org.vinculo.crm.it.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.Installation;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.ServerUnderTest;
import org.vinculo.crm.it.StoredData;

/**
 * Imports whose server is killed again and again, at points that chance takes, while programs write customers: after each kill
 * the database holds together and what the imports say they did is what is there; in the end exactly the files and all that
 * was answered is there, once. System properties: {@code killed.folder}, {@code killed.seed}, {@code killed.kills} (20),
 * {@code killed.lines} (10000).
 */
public final class ManyKills {

    private static final String PROFILE =
            "{\"header\":false,\"delimiter\":\";\",\"columns\":{\"customerRef\":1,\"purchasedAt\":2,\"documentNumber\":3,"
                    + "\"product\":4,\"quantity\":5,\"amount\":6},\"dateFormat\":\"yyyyMMdd\",\"currency\":\"BRL\","
                    + "\"createMissingCustomers\":true}";
    private static final int LINES_OF_A_CUSTOMER = 7;
    private static final int ONE_FAULTY_OF = 100;
    private static final int WRITERS = 2;
    private static final int LONGEST_MOMENT = 400;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Each finds what must not be. */
    private static final Map<String, String> NEVER = Map.of(
            "an import whose figures do not add up",
            "select id from import_job where rows_read <> rows_created + rows_changed + rows_unchanged + rows_duplicate"
                    + " + rows_faulty",
            "lines that are not those that the import says it created",
            "select sum(rows_created) made from import_job having sum(rows_created) <> (select count(*) from purchase_line)",
            "a line that is there twice",
            "select row_key from purchase_line group by row_key having count(*) > 1",
            "a purchase that is not the sum of its lines",
            "select p.id from purchase p where p.line_count <> (select count(*) from purchase_line l where l.purchase_id ="
                    + " p.id) or p.net_total <> (select sum(l.amount) from purchase_line l where l.purchase_id = p.id)",
            "a customer who is there twice",
            "select external_id from customer where external_id is not null group by external_id having count(*) > 1",
            "a customer whom no search finds",
            "select c.id from customer c where not exists (select 1 from search_customer t where t.customer_id = c.id)",
            "a file of an import that is kept twice",
            "select stored_name from import_file group by stored_name having count(*) > 1");

    private final Random chance;
    private final int kills = Integer.getInteger("killed.kills", 20);
    private final int lines = Integer.getInteger("killed.lines", 10_000);
    private final Path folder = Path.of(System.getProperty("killed.folder")).toAbsolutePath();
    private final List<Path> files = new ArrayList<>();
    private final List<String> imports = new ArrayList<>();
    private ServerUnderTest server;

    private ManyKills(long seed) {
        chance = new Random(seed);
    }

    public static void main(String... arguments) throws IOException {
        long seed = Long.getLong("killed.seed");
        say("seed " + seed);
        boolean right = false;
        try {
            new ManyKills(seed).run();
            right = true;
        } catch (IllegalStateException wrong) {
            say(wrong.getMessage());
        } finally {
            // The programs that write would go on for ever.
            System.exit(right ? 0 : 1);
        }
    }

    private void run() throws IOException {
        Files.createDirectories(folder);
        try (ServerUnderTest started = Installation.plan(folder)
                .property("crm.api.calls-per-minute", "100000")
                .start()) {
            server = started;
            Writers writers = new Writers(WRITERS, api());
            String id = null;
            for (int kill = 1; kill <= kills; kill++) {
                double point = chance.nextDouble();
                if (id == null || !isReached(id, point)) {
                    id = upload(newFile());
                    isReached(id, point);
                }
                kill(kill);
            }
            for (String each : imports) {
                requireFigures(each, "created", lines - faulty(), "faulty", faulty());
            }
            for (Path file : List.copyOf(files)) {
                requireFigures(upload(file), "unchanged", lines - faulty(), "created", 0);
            }
            Set<String> written = writers.finish();
            server.stop();
            requireWhole();
            requireOnce(written);
            say("all is there, once: " + files.size() + " files of " + lines + " lines, " + written.size()
                    + " written customers");
        }
    }

    private int faulty() {
        return lines / ONE_FAULTY_OF;
    }

    private Path newFile() throws IOException {
        Path file = folder.resolve("many" + files.size() + ".csv");
        files.add(Files.writeString(file, content("F" + files.size() + "-")));
        return file;
    }

    /** Lines of a purchase follow each other, so that a chunk may end between them. */
    private String content(String name) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            int document = i / 2;
            boolean faulty = i % ONE_FAULTY_OF == ONE_FAULTY_OF - 1;
            all.append(name).append("K").append(document / LINES_OF_A_CUSTOMER).append(";2026");
            all.append(String.format(Locale.ROOT, "%02d%02d", 1 + document % 9, 1 + document % 28));
            all.append(";")
                    .append(name)
                    .append(document)
                    .append(";Product ")
                    .append(i % 2)
                    .append(";1;");
            all.append(faulty ? "no number" : (1 + i % 90) + ".50").append('\n');
        }
        return all.toString();
    }

    private String upload(Path file) {
        ApiClient.Reply started = api().upload(file, "purchases", PROFILE);
        if (started.status() != 202) {
            throw new IllegalStateException(started.body());
        }
        imports.add(started.value("id"));
        return started.value("id");
    }

    /** Waits until an import is at a point; not, when it is over before. */
    private boolean isReached(String id, double point) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            ApiClient.Reply now = api().get("imports/" + id);
            if (!now.value("finishedAt").equals("null")) {
                return false;
            }
            if (Double.parseDouble(now.value("progress")) >= point) {
                return true;
            }
            Pause.of(BETWEEN_LOOKS);
        }
        throw new IllegalStateException("WRONG: the import does not get to " + point);
    }

    private void kill(int number) {
        Pause.of(Duration.ofMillis(chance.nextInt(LONGEST_MOMENT)));
        server.kill();
        requireWhole();
        say(number + ". kill -9: import " + imports.size() + " at "
                + StoredData.rows(server.data(), "select rows_read, state from import_job order by id desc")
                        .get(0));
        server.restart();
    }

    private void requireWhole() {
        List<String> queries = NEVER.entrySet().stream()
                .map(each -> "select '" + each.getKey() + "', wrong.* from (" + each.getValue() + ") wrong")
                .toList();
        List<String> found = StoredData.rows(server.data(), queries);
        if (!found.isEmpty()) {
            throw new IllegalStateException("WRONG: " + found);
        }
    }

    private void requireFigures(String id, String one, int wanted, String other, int otherWanted) {
        ApiClient.Reply ended = api().finishedImport(id, PATIENCE);
        if (!ended.value("read").equals(String.valueOf(lines))
                || !ended.value(one).equals(String.valueOf(wanted))
                || !ended.value(other).equals(String.valueOf(otherWanted))) {
            throw new IllegalStateException("WRONG: " + ended.body());
        }
    }

    private void requireOnce(Set<String> written) {
        List<String> found = StoredData.rows(
                server.data(),
                "select display_name from customer where display_name like '" + Writers.NAME + "%' order by 1");
        if (!found.equals(List.copyOf(new TreeSet<>(written)))) {
            throw new IllegalStateException(
                    "WRONG: " + written.size() + " customers were answered, " + found.size() + " are there");
        }
    }

    private ApiClient api() {
        return new ApiClient(server.backoffice(), Installation.TOKEN);
    }

    private static void say(String line) {
        System.out.println("[" + LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + "] " + line);
    }
}
