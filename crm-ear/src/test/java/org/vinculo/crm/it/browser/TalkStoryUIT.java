package org.vinculo.crm.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;

/** Writing down, answering and sorting what customers say, as somebody does it all day. */
class TalkStoryUIT extends BrowserTest {

    private static final int MOST_KEYS = 6;
    private static final Duration SOON = Duration.ofSeconds(15);

    @Test
    void somethingIsWrittenDownFromAnywhereInAFewKeys() {
        String surname = "Quick" + System.nanoTime();
        Api.newCustomer("{\"kind\":\"PERSON\",\"givenName\":\"Nina\",\"familyName\":\"" + surname + "\"}");
        Visitor staff = as(Account.ADMIN).open(Door.STAFF, "admin/home");
        Keys keys = new Keys(staff.page().keyboard());
        Instant begin = Instant.now();

        keys.press("l");
        keys.text(surname);
        staff.page().locator("#quickLogDialog .ui-autocomplete-item").first().waitFor();
        keys.press("Enter");
        assertThat(staff.at("[id='quickLog:topic']")).isFocused();
        keys.text("Asked for a new filter");
        keys.press("Control+Enter");

        assertThat(staff.at("#quickLogDialog")).not().isVisible();
        staff.settle();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(SOON);
        assertThat(keys.pressed).isLessThanOrEqualTo(MOST_KEYS);
        assertThat(staff.path()).endsWith("/admin/home");
        staff.press(staff.button("undoLast"));
        staff.open(Door.STAFF, "interactions/list?q=new+filter");
        assertThat(staff.text()).doesNotContain(surname);
    }

    @Test
    void onACustomersPageItIsAboutThatCustomer() {
        String id = Api.newCustomer("{\"kind\":\"PERSON\",\"givenName\":\"Otto\",\"familyName\":\"Page\"}");
        Visitor staff = as(Account.ADMIN).open(Door.STAFF, "customers/view?id=" + id);
        Keys keys = new Keys(staff.page().keyboard());

        keys.press("l");
        keys.text("Called about the grinder");
        keys.press("Control+Enter");

        assertThat(staff.at("#quickLogDialog")).not().isVisible();
        assertThat(staff.at("[id='story:entries']")).containsText("Called about the grinder");
        assertThat(keys.pressed).isEqualTo(2);
    }

    @Test
    void fileIsAttachedAndComesBackForSavingOnly() {
        String customer = Api.newCustomer("{\"kind\":\"PERSON\",\"givenName\":\"File\",\"familyName\":\"Friend\"}");
        Visitor staff = as(Account.ADMIN).open(Door.STAFF, "interactions/view?id=" + Api.interaction(customer));
        staff.at("input[type=file]")
                .setInputFiles(new FilePayload(
                        "notes.txt", "text/plain", "words".getBytes(StandardCharsets.UTF_8)));
        staff.button("attach").click();
        assertThat(staff.at("ul.files")).containsText("notes.txt");
        Download download = staff.page().waitForDownload(
                () -> staff.at("ul.files a[href*='/file?id=']").click());
        assertThat(download.suggestedFilename()).isEqualTo("notes.txt");

        staff.at("input[type=file]")
                .setInputFiles(new FilePayload(
                        "page.html", "text/html", "<script>window.__xss=1</script>".getBytes(StandardCharsets.UTF_8)));
        staff.button("attach").click();
        staff.settle();
        assertThat(staff.at("[data-errors]")).containsText("page.html");
        staff.noForeignScriptRan();
    }

    @Test
    void mailOfAStrangerIsIgnoredAndPutBackWithOneClickEach() {
        Visitor staff = as(Account.ADMIN).open(Door.STAFF, "interactions/triage");
        int before = staff.at("ol.stack > li").count();

        staff.button("ignore").click();
        staff.settle();
        assertThat(staff.at("ol.stack > li")).hasCount(before - 1);
        staff.press(staff.button("undoLast"));

        assertThat(staff.at("ol.stack > li")).hasCount(before);
    }

    /** Counts what is pressed beside the words. */
    private static final class Keys {

        private final Keyboard keyboard;
        private int pressed;

        Keys(Keyboard keyboard) {
            this.keyboard = keyboard;
        }

        void press(String key) {
            pressed++;
            keyboard.press(key);
        }

        void text(String words) {
            keyboard.type(words);
        }
    }
}
