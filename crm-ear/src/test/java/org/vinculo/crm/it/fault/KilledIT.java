package org.vinculo.crm.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.AtOnce;
import org.vinculo.crm.it.Installation;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.Repository;
import org.vinculo.crm.it.ServerUnderTest;
import org.vinculo.crm.it.StoredData;
import org.vinculo.crm.it.access.PageClient;

/**
 * One data folder and one import that is killed at its beginning, in its middle and near its end: in the end there is
 * exactly what is in the file. What anonymous people asked for a moment before a kill is answered after it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledIT {

    private static final String PROFILE =
            "{\"header\":false,\"delimiter\":\"whitespace\",\"columns\":{\"customerRef\":2,\"purchasedAt\":3,"
                    + "\"quantity\":4,\"amount\":5},\"dateFormat\":\"yyyyMMdd\",\"currency\":\"USD\","
                    + "\"createMissingCustomers\":true}";
    private static final int LINES = 6919;
    private static final List<Double> KILLS = List.of(0.4, 0.8);
    private static final int REGISTERED = 8;
    private static final int WRITERS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(60);

    @TempDir
    static Path folder;

    private static ServerUnderTest server;
    private static String importId;
    private static Set<String> written = Set.of();

    @BeforeAll
    static void start() {
        server = Installation.plan(folder)
                .property("crm.api.calls-per-minute", "100000")
                .start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static ApiClient api() {
        return new ApiClient(server.backoffice(), Installation.TOKEN);
    }

    @Test
    @Order(1)
    void whatWasAskedForBeforeTheKillIsAnsweredAfterIt() throws Exception {
        List<Callable<PageClient.Answer>> posts = new ArrayList<>();
        for (int i = 0; i < REGISTERED; i++) {
            String email = "new" + i + "@cliente.example";
            PageClient visitor = new PageClient(server.portal());
            PageClient.Answer page = visitor.get("register");
            posts.add(() ->
                    visitor.post(page, "register", "registerForm", "submit", Map.of("name", "Ana", "email", email)));
        }
        PageClient staff = new PageClient(server.backoffice());
        PageClient.Answer page = staff.get("forgot");
        posts.add(() -> staff.post(page, "forgot", "forgot", "submit", Map.of("email", Installation.ADMIN)));
        PageClient stranger = new PageClient(server.backoffice());
        PageClient.Answer other = stranger.get("forgot");
        posts.add(() -> stranger.post(other, "forgot", "forgot", "submit", Map.of("email", "nobody@serra.example")));

        sample().ifPresent(KilledIT::beginImport);
        for (PageClient.Answer answer : AtOnce.all(posts)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("Too many tries");
        }
        server.kill();

        server.restart();
    }

    private static void beginImport(Path sample) {
        ApiClient.Reply started = api().upload(sample, "purchases", PROFILE);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        importId = started.value("id");
        assertThat(await(importId, 0)).isPresent();
    }

    @Test
    @Order(2)
    void anImportGoesOnAfterEveryKill() {
        assumeThat(sample()).isPresent();

        Writers writers = new Writers(WRITERS, api());
        List<Double> killedAt = new ArrayList<>();
        for (double point : KILLS) {
            await(importId, point).ifPresent(progress -> {
                server.kill();
                killedAt.add(progress);
                server.restart();
            });
        }

        written = writers.finish();
        ApiClient.Reply ended = finished(importId);
        assertThat(written).hasSizeGreaterThan(WRITERS);
        assertThat(killedAt).as("the import was running at every kill").hasSize(KILLS.size());
        assertThat(ended.value("state")).isEqualTo("COMPLETED");
        assertThat(ended.value("read")).isEqualTo(String.valueOf(LINES));
        assertThat(ended.value("created")).isEqualTo(String.valueOf(LINES));
    }

    @Test
    @Order(3)
    void theSameFileAgainChangesNothing() {
        Optional<Path> sample = sample();
        assumeThat(sample).isPresent();

        ApiClient.Reply ended = finished(
                api().upload(sample.orElseThrow(), "purchases", PROFILE).value("id"));

        assertThat(ended.value("unchanged")).isEqualTo(String.valueOf(LINES));
        assertThat(ended.value("created")).isEqualTo("0");
    }

    @Test
    @Order(4)
    void theDatabaseHoldsExactlyTheFile() throws IOException {
        server.stop();

        assertThat(StoredData.rows(
                        server.data(),
                        "select to_address from outbox_message where to_address like '%cliente.example'"
                                + " order by to_address"))
                .containsExactlyElementsOf(registered());
        assertThat(StoredData.rows(
                        server.data(), "select to_address from outbox_message where to_address like '%serra.example'"))
                .containsExactly(Installation.ADMIN);
        assertThat(StoredData.rows(server.data(), "select count(*) from account_request"))
                .containsExactly("0");
        assertThat(namesLike(Writers.NAME))
                .as("each that was answered, once")
                .containsExactlyElementsOf(new TreeSet<>(written));
        Optional<Path> sample = sample();
        assumeThat(sample).isPresent();
        List<String> stored = StoredData.rows(
                server.data(),
                "select c.external_id, cast(p.purchased_on as char(10)), l.quantity, l.amount from purchase_line l"
                        + " join purchase p on p.id = l.purchase_id join customer c on c.id = p.customer_id");
        List<String> wanted = expected(sample.orElseThrow());
        assertThat(normal(stored)).isEqualTo(wanted);
        assertThat(StoredData.rows(
                        server.data(),
                        "select count(distinct external_id), count(*) from customer where external_id is not null"))
                .containsExactly("2357|2357");
        assertThat(StoredData.rows(server.data(), "select sum(net_total) from purchase")
                        .get(0))
                .satisfies(total -> assertThat(new BigDecimal(total)).isEqualByComparingTo("244091.94"));
    }

    private static List<String> namesLike(String beginning) {
        List<String> names = StoredData.rows(
                server.data(), "select display_name from customer where display_name like '" + beginning + "%'");
        Collections.sort(names);
        return names;
    }

    private static List<String> registered() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < REGISTERED; i++) {
            all.add("new" + i + "@cliente.example");
        }
        return all;
    }

    private static List<String> normal(List<String> rows) {
        List<String> all = new ArrayList<>();
        for (String row : rows) {
            String[] cell = row.split("\\|");
            all.add(String.join("|", cell[0], cell[1], plain(cell[2]), plain(cell[3])));
        }
        Collections.sort(all);
        return all;
    }

    private static List<String> expected(Path sample) throws IOException {
        List<String> all = new ArrayList<>();
        for (String line : Files.readAllLines(sample)) {
            if (!line.isBlank()) {
                String[] cell = line.strip().split("\\s+");
                LocalDate day = LocalDate.parse(cell[2], DateTimeFormatter.BASIC_ISO_DATE);
                all.add(String.join("|", cell[1], day.toString(), plain(cell[3]), plain(cell[4])));
            }
        }
        Collections.sort(all);
        return all;
    }

    private static String plain(String number) {
        return new BigDecimal(number).setScale(2).toPlainString();
    }

    private static Optional<Path> sample() {
        return Repository.data("cdnow/lifetimes/CDNOW_sample.txt");
    }

    /** How far the import is once it is beyond a point; empty when it ended before. */
    private static Optional<Double> await(String id, double point) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            ApiClient.Reply now = api().get("imports/" + id);
            double progress = Double.parseDouble(now.value("progress"));
            if (!now.value("finishedAt").equals("null")) {
                return Optional.empty();
            }
            if (progress > point) {
                return Optional.of(progress);
            }
            Pause.of(BETWEEN_LOOKS);
        }
        throw new AssertionError("The import does not get to " + point);
    }

    private static ApiClient.Reply finished(String id) {
        return api().finishedImport(id, PATIENCE);
    }
}
