package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;
import org.vinculo.crm.it.Repository;

/** Files come in through the screen: matched, tried, imported, corrected, taken back. */
class ImportStoryUIT extends BrowserTest {

    private static final int LINES = 6_919;
    private static final int CUSTOMERS = 2_357;

    @Test
    void aFileWithoutHeadingsComesInWholeAndIsTakenBack() {
        Optional<Path> cdnow = Repository.data("cdnow/lifetimes/CDNOW_sample.txt");
        assumeTrue(cdnow.isPresent(), "the CDNOW file does not lie beside the repository");
        Visitor staff = as(Account.ADMIN);
        int before = ImportScreen.customers(staff);

        ImportScreen.choose(staff, "PURCHASES").setInputFiles(cdnow.orElseThrow());
        ImportScreen.upload(staff);
        ImportScreen.match(staff, List.of("", "customerRef", "purchasedAt", "quantity", "amount"));
        staff.field("createMissing").check();
        ImportScreen.press(staff, "try");
        assertThat(ImportScreen.count(staff, "read")).isEqualTo(LINES);
        assertThat(ImportScreen.count(staff, "created")).isEqualTo(LINES);
        assertThat(ImportScreen.customers(staff)).as("a trial writes nothing").isEqualTo(before);

        staff.page().goBack();
        ImportScreen.press(staff, "importNow");
        assertThat(ImportScreen.count(staff, "created")).isEqualTo(LINES);
        assertThat(ImportScreen.count(staff, "faulty")).isZero();
        String done = staff.path().replace("/backoffice/", "");
        assertThat(ImportScreen.customers(staff)).isEqualTo(before + CUSTOMERS);
        staff.open(Door.STAFF, "customers/view?id=" + Api.customerByNumber("0001"));
        assertThat(ImportScreen.digits(staff.at("dl.figures").innerText())).contains("10050");

        staff.open(Door.STAFF, done).at("#askUndo").click();
        ImportScreen.press(staff, "undo");
        assertThat(staff.at("#undone").isVisible()).isTrue();
        assertThat(ImportScreen.customers(staff)).isEqualTo(before);
    }

    @Test
    void rowsThatWereLeftOutAreCorrectedAndImportedAgain() throws IOException {
        String number = Newcomers.freshEmail("N").replaceAll("@.*", "");
        String file = "number;name;email;Máquina de espresso;Lead source\n" + number + "-1;Rosa Right;" + number
                + "rosa@import.example;em comodato;Feira\n" + number + "-2;Wim Wrong;nobody at all;;\n";
        Visitor staff = as(Account.ADMIN);

        importCustomers(staff, file);
        assertThat(ImportScreen.count(staff, "created")).isEqualTo(1);
        assertThat(ImportScreen.count(staff, "faulty")).isEqualTo(1);
        String rosa = Api.customer(number + "rosa@import.example");
        assertThat(Api.get("customers/" + rosa))
                .as("columns named like fields fill them")
                .contains("\"maquina\":\"comodato\"")
                .contains("\"acquiredFrom\":\"Feira\"");
        assertThat(Api.get("customers?customFields%5Bmaquina%5D=comodato&q=" + number))
                .contains(rosa);

        Download faults =
                staff.page().waitForDownload(() -> staff.button("faults").click());
        String left = Files.readString(faults.path(), StandardCharsets.UTF_8);
        assertThat(left).contains("Wim Wrong").doesNotContain("Rosa Right");

        importCustomers(staff, left.replace("nobody at all", number + "wim@import.example"));
        assertThat(ImportScreen.count(staff, "created")).isEqualTo(1);
        assertThat(ImportScreen.count(staff, "faulty")).isZero();
        assertThat(staff.open(Door.STAFF, "customers/view?id=" + rosa)
                        .at("div.head .who")
                        .innerText())
                .contains("Feira");
    }

    private static void importCustomers(Visitor staff, String content) {
        ImportScreen.choose(staff, "CUSTOMERS")
                .setInputFiles(new FilePayload("people.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        ImportScreen.upload(staff);
        ImportScreen.press(staff, "try");
        ImportScreen.press(staff, "importNow");
    }
}
