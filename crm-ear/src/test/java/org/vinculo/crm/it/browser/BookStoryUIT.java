package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;
import org.vinculo.crm.it.Repository;

/** What is in the books of real companies comes in through the screen: a shop's invoice lines, a sales force's accounts. */
class BookStoryUIT extends BrowserTest {

    /** Of a year. */
    private static final int LINES = 46_431;

    private static final int WITHOUT_CUSTOMER = 1480;
    private static final int BUYERS = 422;
    /** In pounds and pence, however they are written. */
    private static final String COMES_TO = "153219242";

    private static final int ACCOUNTS = 85;

    @Test
    void aShopsInvoiceLinesComeInAndThoseOfNobodyAreNamed() {
        Visitor staff = as(Account.ADMIN);
        int before = ImportScreen.customers(staff);

        ImportScreen.choose(staff, "PURCHASES").setInputFiles(data("public-split/online_retail_non_uk.csv"));
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
        assertThat(ImportScreen.count(staff, "faulty")).isEqualTo(WITHOUT_CUSTOMER);
        assertThat(staff.at("[id$=':noteTable'] tbody tr").first().innerText())
                .as("the first fault")
                .contains("199");
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

    private static Path data(String name) {
        Optional<Path> file = Repository.data(name);
        assumeTrue(file.isPresent(), name + " does not lie beside the repository");
        return file.orElseThrow();
    }
}
