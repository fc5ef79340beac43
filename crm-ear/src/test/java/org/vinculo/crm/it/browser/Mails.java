package org.vinculo.crm.it.browser;

import com.microsoft.playwright.Locator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vinculo.crm.it.Door;

/** Mails as an administrator finds them where no mail server is: on the outbox page. */
final class Mails {

    private static final Pattern LINK = Pattern.compile("https?://\\S+\\?token=\\S+");

    private Mails() {}

    /** The link in the newest mail to somebody; some mails are written a moment after the page that asked for them. */
    static String link(Visitor administrator, String to) {
        for (int tries = 0; tries < 20; tries++) {
            administrator.open(Door.STAFF, "admin/outbox");
            Locator mails = administrator
                    .at("#list\\:table tbody tr")
                    .filter(new Locator.FilterOptions().setHasText(to))
                    .locator("a.row-open");
            if (mails.count() > 0) {
                mails.first().click();
                administrator.page().waitForURL(address -> address.contains("/admin/message"));
                return linkIn(administrator.settle().at("#body").innerText());
            }
            administrator.page().waitForTimeout(250);
        }
        throw new AssertionError("No mail to " + to + " in the outbox");
    }

    private static String linkIn(String text) {
        Matcher link = LINK.matcher(text);
        if (!link.find()) {
            throw new AssertionError("No link in: " + text);
        }
        return link.group();
    }
}
