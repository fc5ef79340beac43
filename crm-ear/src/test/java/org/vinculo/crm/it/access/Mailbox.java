package org.vinculo.crm.it.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails that a server without a mail server keeps, as an administrator reads them. */
public final class Mailbox {

    private Mailbox() {}

    static String link(PageClient admin, String page) {
        return link(admin, page, "");
    }

    /** The link to a page in the newest mail of the outbox that has one; mails are written after the answer. */
    public static String link(PageClient admin, String page, String to) {
        Pattern link = Pattern.compile("(https?://[^\\s<]+/" + page + "\\?token=[A-Za-z0-9_-]{43})");
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(end)) {
            Matcher mails = Pattern.compile("message\\?id=([A-Za-z0-9_-]{22})")
                    .matcher(admin.get("admin/outbox").body());
            while (mails.find()) {
                String mail = admin.get("admin/message?id=" + mails.group(1)).body();
                Matcher found = link.matcher(mail);
                if (mail.contains(to) && found.find()) {
                    return found.group(1);
                }
            }
        }
        throw new AssertionError("No mail with a link to " + page);
    }

    /** The texts of all mails, the newest first. */
    public static List<String> all(PageClient admin) {
        List<String> texts = new ArrayList<>();
        Matcher mails = Pattern.compile("message\\?id=([A-Za-z0-9_-]{22})")
                .matcher(admin.get("admin/outbox").body());
        while (mails.find()) {
            texts.add(admin.get("admin/message?id=" + mails.group(1)).body());
        }
        return texts;
    }

    public static String pageOf(String link) {
        String path = link.substring(link.indexOf("://") + 3);
        return path.substring(path.indexOf('/', path.indexOf('/') + 1) + 1);
    }
}
