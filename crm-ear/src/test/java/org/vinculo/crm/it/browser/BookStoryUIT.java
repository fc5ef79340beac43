package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;
import org.vinculo.crm.it.Repository;

/** What is in the books of real companies comes in through the screen: a shop's invoice lines, a sales force's accounts. */
class BookStoryUIT extends BrowserTest {

    private static final int LINES = 1_000;
    private static final int WITHOUT_CUSTOMER = 11;
    private static final int BUYERS = 44;
    /** In pounds and pence, however they are written. */
    private static final String COMES_TO = "2888284";

    private static final int ACCOUNTS = 85;

    @Test
    void aShopsInvoiceLinesComeInAndThoseOfNobodyAreNamed() throws IOException {
        Visitor staff = as(Account.ADMIN);
        int before = ImportScreen.customers(staff);

        ImportScreen.choose(staff, "PURCHASES").setInputFiles(invoices());
        ImportScreen.upload(staff);
        ImportScreen.match(
                staff,
                List.of(
                        "documentNumber",
                        "product",
                        "description",
                        "quantity",
                        "purchasedAt",
                        "unitPrice",
                        "customerRef",
                        ""));
        staff.field("createMissing").check();
        staff.field("currency").fill("GBP");
        ImportScreen.press(staff, "try");
        assertThat(ImportScreen.count(staff, "faulty")).isEqualTo(WITHOUT_CUSTOMER);
        ImportScreen.press(staff, "importNow");

        assertThat(ImportScreen.count(staff, "read")).isEqualTo(LINES);
        assertThat(ImportScreen.count(staff, "created")).isEqualTo(LINES - WITHOUT_CUSTOMER);
        assertThat(ImportScreen.digits(staff.at("#rowCounts").innerText())).endsWith(COMES_TO);
        assertThat(staff.at("[id$=':noteTable'] tbody tr").count())
                .as("a row for each fault")
                .isEqualTo(WITHOUT_CUSTOMER);
        String done = staff.path().replace("/backoffice/", "");
        assertThat(ImportScreen.customers(staff)).isEqualTo(before + BUYERS);
        staff.open(Door.STAFF, "customers/view?tab=purchases&id=" + Api.customerByNumber("12583.0"));
        staff.check().sees("536370");
        takeBack(staff, done);
        assertThat(ImportScreen.customers(staff)).isEqualTo(before);
    }

    @Test
    void everyAccountOfASalesForceBecomesACustomerOnce() {
        Path file = data("crm-sales-opportunities/original/accounts.csv");
        Visitor staff = as(Account.ADMIN);

        accounts(staff, file);
        assertThat(ImportScreen.count(staff, "created")).isEqualTo(ACCOUNTS);
        assertThat(ImportScreen.count(staff, "faulty")).isZero();
        String done = staff.path().replace("/backoffice/", "");
        assertThat(Api.get("customers/" + Api.customer("Betasoloin")))
                .contains("\"kind\":\"ORGANISATION\"")
                .contains("\"country\":\"US\"");

        tryAccounts(staff, file);
        assertThat(ImportScreen.count(staff, "created"))
                .as("they are known by now")
                .isZero();
        takeBack(staff, done);
    }

    private static void accounts(Visitor staff, Path file) {
        tryAccounts(staff, file);
        assertThat(ImportScreen.count(staff, "created")).isEqualTo(ACCOUNTS);
        ImportScreen.press(staff, "importNow");
    }

    private static void tryAccounts(Visitor staff, Path file) {
        ImportScreen.choose(staff, "CUSTOMERS").setInputFiles(file);
        ImportScreen.upload(staff);
        ImportScreen.match(staff, List.of("name", "", "", "", "", "country", ""));
        staff.field("customerKind").selectOption("ORGANISATION");
        staff.settle();
        ImportScreen.press(staff, "try");
    }

    private static void takeBack(Visitor staff, String done) {
        staff.open(Door.STAFF, done).at("#askUndo").click();
        ImportScreen.press(staff, "undo");
        assertThat(staff.at("#undone").isVisible()).isTrue();
    }

    /** The heading and the first lines of a year; the whole of it comes in by a program elsewhere. */
    private static FilePayload invoices() throws IOException {
        try (var lines = Files.lines(data("public-split/online_retail_non_uk.csv"))) {
            String first = lines.limit(LINES + 1).collect(Collectors.joining("\n"));
            return new FilePayload("invoices.csv", "text/csv", first.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Path data(String name) {
        Optional<Path> file = Repository.data(name);
        assumeTrue(file.isPresent(), name + " does not lie beside the repository");
        return file.orElseThrow();
    }
}
