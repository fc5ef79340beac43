package org.vinculo.crm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.it.access.Mailbox;
import org.vinculo.crm.it.access.PageClient;

/** The way of a customer through a new installation on PostgreSQL, which every run takes, whatever the rest works on. */
class ImportToPortalIT {

    private static final String FILE = "00004 19970101 1 29.33\n00004 19970118 2 29.73\n00021 19970101 3 63.34\n";
    private static final String PROFILE =
            "{\"header\":false,\"delimiter\":\"whitespace\",\"columns\":{\"customerRef\":1,\"purchasedAt\":2,"
                    + "\"quantity\":3,\"amount\":4},\"dateFormat\":\"yyyyMMdd\",\"currency\":\"USD\","
                    + "\"createMissingCustomers\":true}";
    private static final String EMAIL = "cody@now.example";
    private static final String PASSWORD = "corner-lamp-47-orchard";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    @Test
    void whoWasImportedComesInAtThePortalAndWhatTheyDecideCounts() {
        try (ServerUnderTest server = Installation.plan(folder).onPostgres().start()) {
            String customer = imported(new ApiClient(server.backoffice(), Installation.TOKEN));
            PageClient staff = new PageClient(server.backoffice());
            assertThat(staff.signIn(Installation.ADMIN, Installation.PASSWORD).leadsTo("/home"))
                    .isTrue();
            assertThat(staff.get("status").body()).contains("PostgreSQL");
            assertThat(staff.get("customers/view?id=" + customer).body()).contains("1997", "59.06");

            staff.submit(
                    "customers/portal?id=" + customer,
                    "invitation",
                    "invite",
                    Map.of("email", EMAIL, "name", "Cody Now"));
            PageClient guest = new PageClient(server.portal());
            String link = Mailbox.pageOf(Mailbox.link(staff, "accept", EMAIL));
            guest.submit(link, "accept", "submit", Map.of("name", "Cody Now", "password", PASSWORD));
            assertThat(guest.signIn(EMAIL, PASSWORD).leadsTo("/home")).isTrue();
            assertThat(guest.get("purchases").body()).contains("29.73").doesNotContain("63.34");
            guest.postWhole(guest.get("preferences"), "preferences", "preferences", "stop", Map.of());

            assertThat(staff.get("customers/view?tab=consent&id=" + customer).body())
                    .contains("Cody Now", "marketing:resume");
            server.stop();
            assertThat(StoredData.rows(server.data(), "select count(*) from purchase"))
                    .containsExactly("3");
        }
    }

    /** The public id of the customer that the file speaks of first. */
    private static String imported(ApiClient api) {
        ApiClient.Reply started = api.upload(
                "shop.txt", FILE.getBytes(StandardCharsets.UTF_8), "purchases", PROFILE, "part-of-a-test", Map.of());
        ApiClient.Reply ended = api.finishedImport(started.value("id"), PATIENCE);
        assertThat(ended.value("created")).as(ended.body()).isEqualTo("3");
        return api.get("customers?externalId=00004").value("id");
    }
}
