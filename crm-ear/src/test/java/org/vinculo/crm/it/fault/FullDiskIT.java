package org.vinculo.crm.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.Installation;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.ServerUnderTest;
import org.vinculo.crm.it.StoredData;
import org.vinculo.crm.it.access.PageClient;

/** The disk of the data folder (Derby, files, log) becomes full under a running server, and there is room again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FullDiskIT {

    private static final int WRITERS = 3;
    private static final int MORE_THAN_FIT = 1500;
    private static final int LONG_NOTES = 3500;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration FULL_FOR = Duration.ofSeconds(3);
    private static final Pattern INSIDE =
            Pattern.compile("at (org|com|jakarta|java)\\.|Exception|payara|No space left", Pattern.CASE_INSENSITIVE);

    @TempDir
    static Path folder;

    private static final TreeSet<String> KEPT = new TreeSet<>();
    private static Optional<SmallDisk> disk = Optional.empty();
    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        disk = SmallDisk.at(folder.resolve("data"));
        assumeThat(disk)
                .as("a file system of its own, which only root can mount")
                .isPresent();
        server = Installation.plan(folder)
                .property("crm.api.calls-per-minute", "100000")
                .start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        disk.ifPresent(SmallDisk::close);
    }

    @RepeatedTest(3)
    @Order(1)
    void aFullDiskIsToldAndOnceThereIsRoomEverythingIsAsBefore() {
        String round = "Round" + KEPT.size() + "x";
        PageClient staff = new PageClient(server.backoffice());
        staff.signIn(Installation.ADMIN, Installation.PASSWORD);
        PageClient.Answer form = staff.get("customers/new");
        Writers writers = new Writers(WRITERS, round, api());

        disk.orElseThrow().fill();
        String refused = fillUp(round + "Full");
        // What is small may find room where something larger does not.
        ApiClient.Reply upload = api().upload(
                        "full.csv", "name\nFull\n".getBytes(StandardCharsets.UTF_8), "customers", null, "x", Map.of());
        if (upload.status() != 202) {
            requireTold(upload.status(), upload.body());
        }
        PageClient.Answer saved = save(staff, form, round);
        assertThat(saved.body()).doesNotContainPattern(INSIDE);
        assertThat(staff.get("health").status()).isEqualTo(200);
        Pause.of(FULL_FOR);
        disk.orElseThrow().free();

        writable(refused);
        assertThat(staff.get("ready").status()).isEqualTo(200);
        assertThat((saved.leadsTo("/customers/view") ? saved : save(staff, form, round)).leadsTo("/customers/view"))
                .as("the form that could not be saved before")
                .isTrue();
        KEPT.add(round + "Page");
        KEPT.addAll(writers.finish());
    }

    /** Writes until something finds no room any more; the name of that. */
    private static String fillUp(String name) {
        for (int i = 0; i < MORE_THAN_FIT; i++) {
            ApiClient.Reply reply = create(name + i);
            if (reply.status() != 201) {
                requireTold(reply.status(), reply.body());
                return name + i;
            }
            KEPT.add(name + i);
        }
        throw new AssertionError("The disk does not get full");
    }

    private static void writable(String name) {
        long end = System.nanoTime() + BACK_WITHIN.toNanos();
        ApiClient.Reply reply = create(name);
        while (reply.status() != 201 && System.nanoTime() < end) {
            Pause.of(BETWEEN_LOOKS);
            reply = create(name);
        }
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        KEPT.add(name);
    }

    private static PageClient.Answer save(PageClient staff, PageClient.Answer form, String round) {
        return staff.postWhole(form, "customers/new", "form", "save", Map.of("familyName", round + "Page"));
    }

    @Test
    @Order(2)
    void whateverWasAcknowledgedIsThereOnce() {
        server.stop();

        List<String> names = new ArrayList<>(StoredData.rows(
                server.data(),
                "select display_name from customer where display_name like 'Round%' or display_name like '"
                        + Writers.NAME + "%'"));

        Collections.sort(names);
        assertThat(names).doesNotHaveDuplicates().containsExactlyElementsOf(KEPT);
    }

    private static ApiClient api() {
        return new ApiClient(server.backoffice(), Installation.TOKEN);
    }

    private static ApiClient.Reply create(String name) {
        return api().post(
                        "customers",
                        "{\"kind\":\"ORGANISATION\",\"name\":\"%s\",\"notes\":\"%s\"}"
                                .formatted(name, "n".repeat(LONG_NOTES)),
                        Map.of("Idempotency-Key", name));
    }

    private static void requireTold(int status, String body) {
        assertThat(status).as(body).isIn(500, 503, 507);
        assertThat(body).contains("\"code\"").doesNotContainPattern(INSIDE);
    }
}
