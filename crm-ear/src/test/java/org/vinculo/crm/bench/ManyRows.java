package org.vinculo.crm.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.Installation;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.ServerUnderTest;

/**
 * Work of many rows at once: an import of purchases, the same rows by plain JDBC, undoing the import, an export of all customers
 * and a backup under a running server. Times are from the request to the end of the job.
 */
final class ManyRows {

    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final double MB = 1024.0 * 1024.0;

    private final Path place;
    private final int customers;
    private final int purchases;
    private final String options;
    private final String mark =
            "B" + Long.toString(System.currentTimeMillis() / 60_000, 36).toUpperCase(Locale.ROOT) + "-";
    private final List<String> table = new ArrayList<>();

    ManyRows(Path place, int customers, int purchases, String options) {
        this.place = place;
        this.customers = customers;
        this.purchases = purchases;
        this.options = options;
    }

    /** The lines of a table. */
    List<String> measure() throws IOException, InterruptedException, SQLException {
        table.add(String.format(
                Locale.ROOT, "%n| Many rows, %,d customers | Rows | Seconds | Rows a second |", customers));
        table.add("|---|---:|---:|---:|");
        String id;
        Duration imported;
        try (ServerUnderTest server = start()) {
            ApiClient api = new ApiClient(server.backoffice(), Installation.TOKEN);
            Instant begin = Instant.now();
            id = api.upload("purchases.csv", file(), "purchases", null, "bench-boundary", Map.of())
                    .value("id");
            ApiClient.Reply done = api.finishedImport(id, PATIENCE);
            imported = Duration.between(begin, Instant.now());
            if (!done.value("created").equals(Integer.toString(purchases))) {
                throw new IllegalStateException(done.body());
            }
            say("import of purchases", purchases, imported);
            Company.waitUntilIdle(Company.pidOf(server));
            export(api);
            backup();
        }
        Duration plain = PlainRows.again(place.resolve("data"), mark + "%");
        say("the same purchases and lines by plain JDBC", purchases, plain);
        table.add(String.format(
                Locale.ROOT,
                "%nThe import makes %.2f times as many rows a second as plain JDBC.",
                (double) plain.toNanos() / imported.toNanos()));
        try (ServerUnderTest server = start()) {
            ApiClient api = new ApiClient(server.backoffice(), Installation.TOKEN);
            Instant begin = Instant.now();
            api.post("imports/" + id + "/undo", "{}", Map.of());
            await(api, "imports/" + id, "undoneAt");
            Company.say("undone in " + Duration.between(begin, Instant.now()));
        }
        return table;
    }

    private ServerUnderTest start() throws IOException {
        ServerUnderTest server =
                Company.plan(place).environment("CRM_JAVA_OPTIONS", options).start();
        Company.waitUntilIdle(Company.pidOf(server));
        return server;
    }

    private void say(String work, long rows, Duration took) {
        double seconds = took.toMillis() / 1000.0;
        String line = String.format(Locale.ROOT, "| %s | %,d | %.1f | %,.0f |", work, rows, seconds, rows / seconds);
        table.add(line);
        Company.say(line);
    }

    private byte[] file() {
        SplittableRandom chance = new SplittableRandom(customers);
        StringBuilder lines = new StringBuilder(
                "customerRef,purchasedAt,documentNumber,amount,currency,product,quantity,cost,channel\n");
        for (int i = 0; i < purchases; i++) {
            int cents = 500 + chance.nextInt(50_000);
            lines.append("G1-" + chance.nextInt(customers) + ",2026-0" + (1 + chance.nextInt(6)) + "-"
                    + (10 + chance.nextInt(18)) + "," + mark + i + "," + cents / 100 + "." + (10 + cents % 90)
                    + ",BRL,T-"
                    + chance.nextInt(500) + "," + (1 + chance.nextInt(3)) + "," + cents / 250 + ",WEB\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void export(ApiClient api) {
        Instant begin = Instant.now();
        String id = api.post("exports", "{\"kind\":\"customers\",\"format\":\"csv\"}", Map.of())
                .value("id");
        ApiClient.Reply done = await(api, "exports/" + id, "finishedAt");
        say("export of customers", Long.parseLong(done.value("rows")), Duration.between(begin, Instant.now()));
    }

    private static ApiClient.Reply await(ApiClient api, String path, String moment) {
        Instant end = Instant.now().plus(PATIENCE);
        ApiClient.Reply now = api.get(path);
        while (now.value(moment).equals("null")) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(now.body());
            }
            Pause.of(BETWEEN_LOOKS);
            now = api.get(path);
        }
        return now;
    }

    private void backup() throws IOException, InterruptedException {
        Path to = Files.createTempDirectory(place, "backup");
        try {
            Instant begin = Instant.now();
            Company.command("backup", "--data", place.resolve("data").toString(), "--to", to.toString());
            Duration took = Duration.between(begin, Instant.now());
            String line = String.format(
                    Locale.ROOT,
                    "| backup of %.0f MB, restored into a copy and compared |  | %.1f |  |",
                    size(to) / MB,
                    took.toMillis() / 1000.0);
            table.add(line);
            Company.say(line);
        } finally {
            ServerUnderTest.delete(to);
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
