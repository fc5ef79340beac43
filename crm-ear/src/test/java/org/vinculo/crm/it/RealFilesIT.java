package org.vinculo.crm.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What companies really have, sent by a program: a year of a shop's invoice lines, and the accounts of a sales force. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealFilesIT {

    private static final String INVOICES =
            "{\"header\":true,\"columns\":{\"documentNumber\":\"InvoiceNo\",\"product\":\"StockCode\","
                    + "\"description\":\"Description\",\"quantity\":\"Quantity\",\"purchasedAt\":\"InvoiceDate\","
                    + "\"unitPrice\":\"UnitPrice\",\"customerRef\":\"CustomerID\"},"
                    + "\"dateFormat\":\"yyyy-MM-dd HH:mm:ss\",\"currency\":\"GBP\",\"createMissingCustomers\":true}";
    private static final String ACCOUNTS =
            "{\"header\":true,\"columns\":{\"name\":\"account\",\"country\":\"office_location\"}}";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    static Path folder;

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = Installation.plan(folder).start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void everyInvoiceLineOfAKnownCustomerComesInAndTheOthersAreNamed() {
        Optional<Path> file = Repository.data("public-split/online_retail_non_uk.csv");
        assumeThat(file).isPresent();

        ApiClient.Reply ended = imported(file.orElseThrow(), "purchases", INVOICES);

        assertThat(ended.value("state")).isEqualTo("COMPLETED_WITH_ERRORS");
        assertThat(ended.value("read")).isEqualTo("46431");
        assertThat(ended.value("faulty")).isEqualTo("1480");
        assertThat(ended.value("created")).isEqualTo("44951");
    }

    @Test
    @Order(2)
    void everyAccountBecomesACustomerOnce() {
        Optional<Path> file = Repository.data("crm-sales-opportunities/original/accounts.csv");
        assumeThat(file).isPresent();

        ApiClient.Reply ended = imported(file.orElseThrow(), "customers", ACCOUNTS);

        assertThat(ended.value("read")).isEqualTo("85");
        assertThat(ended.value("created")).isEqualTo("85");
        assertThat(ended.value("faulty")).isEqualTo("0");
        assertThat(imported(file.orElseThrow(), "customers", ACCOUNTS).value("created"))
                .isEqualTo("0");
    }

    @Test
    @Order(3)
    void theDatabaseHoldsTheTotalsOfTheFiles() {
        assumeThat(Repository.data("public-split/online_retail_non_uk.csv")).isPresent();
        server.stop();

        assertThat(StoredData.rows(
                        server.data(), "select count(distinct customer_id) from purchase where currency = 'GBP'"))
                .containsExactly("422");
        assertThat(new BigDecimal(StoredData.rows(server.data(), "select sum(net_total) from purchase")
                        .get(0)))
                .isEqualByComparingTo("1532192.42");
    }

    private static ApiClient.Reply imported(Path file, String kind, String profile) {
        ApiClient api = new ApiClient(server.backoffice(), Installation.TOKEN);
        ApiClient.Reply started = api.upload(file, kind, profile);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        return api.finishedImport(started.value("id"), PATIENCE);
    }
}
