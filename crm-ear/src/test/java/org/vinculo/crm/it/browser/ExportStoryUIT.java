package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;

/** An address book comes in through the screen, and what the list shows goes out as one. */
class ExportStoryUIT extends BrowserTest {

    @Test
    void anAddressBookComesInAndTheNarrowedListGoesOutAsOne() throws IOException {
        String name = Newcomers.freshEmail("Vera").replaceAll("@.*", "").replaceAll("[^A-Za-z0-9]", "");
        String card = "BEGIN:VCARD\nVERSION:3.0\nN:Card;" + name + ";;;\nFN:" + name + " Card\nEMAIL:" + name
                + "@card.example\nTEL:4711\nEND:VCARD\n";
        Visitor staff = as(Account.ADMIN);
        staff.open(Door.STAFF, "imports/new").at("input[value=CUSTOMERS]").check();
        staff.at("input[type=file]")
                .setInputFiles(new FilePayload("book.vcf", "text/vcard", card.getBytes(StandardCharsets.UTF_8)));
        press(staff, "upload", "/imports/map");
        assertThat(staff.text()).contains(name);
        press(staff, "try", "/imports/view");
        staff.button("importNow").waitFor();
        staff.button("importNow").click();
        staff.at("#created").filter(new Locator.FilterOptions().setHasText("1")).waitFor();

        staff.open(Door.STAFF, "customers/list?q=" + name).at("#export").click();
        staff.page().waitForURL(address -> address.contains("/exports/new"));
        staff.settle().at("input[value=VCARD]").check();
        staff.settle();
        press(staff, "start", "/exports/view");
        staff.button("download").waitFor();
        Download download =
                staff.page().waitForDownload(() -> staff.button("download").click());

        assertThat(download.suggestedFilename()).startsWith("customers-").endsWith(".vcf");
        assertThat(Files.readString(download.path(), StandardCharsets.UTF_8))
                .contains("FN:" + name + " Card")
                .contains("4711")
                .containsOnlyOnce("BEGIN:VCARD");
    }

    private static void press(Visitor staff, String button, String page) {
        staff.button(button).click();
        staff.page().waitForURL(address -> address.contains(page));
        staff.settle();
    }
}
