package org.vinculo.crm.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.vinculo.crm.it.Door;

/** The pages on which files are chosen, matched, tried, imported and taken back. */
final class ImportScreen {

    private ImportScreen() {}

    static Locator choose(Visitor staff, String kind) {
        staff.open(Door.STAFF, "imports/new");
        staff.at("input[value=" + kind + "]").check();
        return staff.at("input[type=file]");
    }

    static void upload(Visitor staff) {
        staff.button("upload").click();
        staff.page().waitForURL(address -> address.contains("/imports/map"));
        staff.settle();
    }

    static void match(Visitor staff, List<String> fields) {
        Locator choices = staff.at(".table-map select[id$=':field']");
        for (int column = 0; column < fields.size(); column++) {
            choices.nth(column).selectOption(fields.get(column));
        }
    }

    /** Presses a button that starts work, and waits until the work is over. */
    static void press(Visitor staff, String button) {
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

    static int count(Visitor staff, String id) {
        return Integer.parseInt(digits(staff.at("#" + id).innerText()));
    }

    /** How many customers the list counts. */
    static int customers(Visitor staff) {
        String range = staff.open(Door.STAFF, "customers/list").at("#count").innerText();
        return Integer.parseInt(digits(range.replaceAll("^\\D*\\d+\\D+\\d+", "")));
    }

    static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
