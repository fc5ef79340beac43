package org.vinculo.crm.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.it.Installation;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.ServerUnderTest;
import org.vinculo.crm.it.StoredData;
import org.vinculo.crm.it.fault.MoodyMailServer.Taken;

/**
 * Many mails wait, the server that sends them is killed on the way, and the mail server keeps silent about one mail and
 * hangs up on another: everybody gets theirs, and who gets one twice gets the same one twice.
 */
class ManyMailsIT {

    private static final int MANY = 120;
    private static final int KILLED_AT = 40;
    private static final long FIRST_ID = 9_000_000L;
    private static final String SILENT = "silent@cliente.example";
    private static final String HUNG_UP = "hungup@cliente.example";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration SOME_ROUNDS_OF_THE_SENDER = Duration.ofSeconds(7);

    @TempDir
    Path folder;

    @Test
    void everybodyGetsTheirMailAndWhoGetsItTwiceGetsTheSame() {
        ServerUnderTest.Plan plan = Installation.plan(folder);
        try (MoodyMailServer mailServer = new MoodyMailServer();
                ServerUnderTest server = plan.start()) {
            server.stop();
            StoredData.change(server.data(), waiting());
            mailServer.hangsUpAfter(HUNG_UP);
            mailServer.fallsSilentAfter(SILENT);
            plan.property("crm.mail.host", "127.0.0.1")
                    .property("crm.mail.tls", "none")
                    .property("crm.mail.port", Integer.toString(mailServer.port()));

            server.restart();
            await(mailServer, KILLED_AT);
            server.kill();
            theirTimeIsOver(server);
            server.restart();
            await(mailServer, MANY);
            Pause.of(SOME_ROUNDS_OF_THE_SENDER);
            server.stop();

            assertThat(StoredData.rows(
                            server.data(), "select distinct state from outbox_message where id >= " + FIRST_ID))
                    .containsExactly("SENT");
            Map<String, List<String>> copies = mailServer.taken().stream()
                    .collect(Collectors.groupingBy(
                            Taken::to, Collectors.mapping(Taken::messageId, Collectors.toList())));
            assertThat(copies.keySet()).containsExactlyInAnyOrderElementsOf(addresses());
            assertThat(copies).allSatisfy((to, ids) -> assertThat(ids.stream().distinct())
                    .as(to)
                    .hasSize(1)
                    .doesNotContainNull());
            assertThat(copies.get(SILENT)).hasSize(2);
            assertThat(copies.get(HUNG_UP)).hasSize(2);
            assertThat(mailServer.taken().size() - copies.size())
                    .as("copies: those of the bad moods, and at most the one that was under way at the kill")
                    .isBetween(2, 3);
        }
    }

    private static List<String> addresses() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(i == 10 ? HUNG_UP : i == 20 ? SILENT : "person" + i + "@cliente.example");
        }
        return all;
    }

    private static String waiting() {
        Timestamp now = Timestamp.valueOf(LocalDateTime.now(ZoneOffset.UTC));
        List<String> rows = new ArrayList<>();
        List<String> addresses = addresses();
        for (int i = 0; i < addresses.size(); i++) {
            rows.add("(%d, 1, '%022d', '%s', 'Olá', 'Words', 'pt-BR', false, 'WAITING', 0, '%s', '%s')"
                    .formatted(FIRST_ID + i, i, addresses.get(i), now, now));
        }
        return "insert into outbox_message (id, version, public_id, to_address, subject, body, language, secret, state,"
                + " attempts, created_at, next_at) values " + String.join(", ", rows);
    }

    /** What was claimed by a server that is gone, or has to wait for its next try, is due at once. */
    private static void theirTimeIsOver(ServerUnderTest server) {
        StoredData.change(
                server.data(), "update outbox_message set next_at = created_at where state in ('CLAIMED', 'WAITING')");
    }

    private static void await(MoodyMailServer mailServer, int people) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (mailServer.taken().stream().map(Taken::to).distinct().count() < people) {
            assertThat(System.nanoTime())
                    .as("mails for " + people + " people, there are "
                            + mailServer.taken().size())
                    .isLessThan(end);
            Pause.of(BETWEEN_LOOKS);
        }
    }
}
