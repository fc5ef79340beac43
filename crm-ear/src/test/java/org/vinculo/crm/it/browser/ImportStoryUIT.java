package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
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
        int before = customers(staff);

        choose(staff, "PURCHASES").setInputFiles(cdnow.orElseThrow());
        upload(staff);
        match(staff, List.of("", "customerRef", "purchasedAt", "quantity", "amount"));
        staff.field("createMissing").check();
        press(staff, "try");
        assertThat(count(staff, "read")).isEqualTo(LINES);
        assertThat(count(staff, "created")).isEqualTo(LINES);
        assertThat(customers(staff)).as("a trial writes nothing").isEqualTo(before);

        staff.page().goBack();
        press(staff, "importNow");
        assertThat(count(staff, "created")).isEqualTo(LINES);
        assertThat(count(staff, "faulty")).isZero();
        String done = staff.path().replace("/backoffice/", "");
        assertThat(customers(staff)).isEqualTo(before + CUSTOMERS);
        staff.open(Door.STAFF, "customers/view?id=" + Api.customerByNumber("0001"));
        assertThat(digits(staff.at("dl.figures").innerText())).contains("10050");

        staff.open(Door.STAFF, done).at("#askUndo").click();
        press(staff, "undo");
        assertThat(staff.at("#undone").isVisible()).isTrue();
        assertThat(customers(staff)).isEqualTo(before);
    }

    @Test
    void rowsThatWereLeftOutAreCorrectedAndImportedAgain() throws IOException {
        String number = Newcomers.freshEmail("N").replaceAll("@.*", "");
        String file = "number;name;email;Máquina de espresso;Lead source\n" + number + "-1;Rosa Right;" + number
                + "rosa@import.example;em comodato;Feira\n" + number + "-2;Wim Wrong;nobody at all;;\n";
        Visitor staff = as(Account.ADMIN);

        importCustomers(staff, file);
        assertThat(count(staff, "created")).isEqualTo(1);
        assertThat(count(staff, "faulty")).isEqualTo(1);
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
        assertThat(count(staff, "created")).isEqualTo(1);
        assertThat(count(staff, "faulty")).isZero();
        assertThat(staff.open(Door.STAFF, "customers/view?id=" + rosa)
                        .at("div.head .who")
                        .innerText())
                .contains("Feira");
    }

    private static void importCustomers(Visitor staff, String content) {
        choose(staff, "CUSTOMERS")
                .setInputFiles(new FilePayload("people.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        upload(staff);
        press(staff, "try");
        press(staff, "importNow");
    }

    private static Locator choose(Visitor staff, String kind) {
        staff.open(Door.STAFF, "imports/new");
        staff.at("input[value=" + kind + "]").check();
        return staff.at("input[type=file]");
    }

    private static void upload(Visitor staff) {
        staff.button("upload").click();
        staff.page().waitForURL(address -> address.contains("/imports/map"));
        staff.settle();
    }

    private static void match(Visitor staff, List<String> fields) {
        Locator choices = staff.at(".table-map select[id$=':field']");
        for (int column = 0; column < fields.size(); column++) {
            choices.nth(column).selectOption(fields.get(column));
        }
    }

    /** Presses a button that starts work, and waits until the work is over. */
    private static void press(Visitor staff, String button) {
        String before = staff.path();
        staff.button(button).click();
        if (!button.equals("undo")) {
            staff.page().waitForURL(address -> address.contains("/imports/view") && !address.endsWith(before));
        }
        staff.settle()
                .at("progress")
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.DETACHED)
                        .setTimeout(120_000));
        staff.settle();
    }

    private static int count(Visitor staff, String id) {
        return Integer.parseInt(digits(staff.at("#" + id).innerText()));
    }

    /** How many customers the list counts. */
    private static int customers(Visitor staff) {
        String range = staff.open(Door.STAFF, "customers/list").at("#count").innerText();
        return Integer.parseInt(digits(range.replaceAll("^\\D*\\d+\\D+\\d+", "")));
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
