package org.vinculo.crm.backoffice.home;

import java.io.Serializable;
import java.time.Instant;

/**
 * A line of a card.
 *
 * @param icon name of an icon
 * @param title what it is
 * @param note what to know about it, or null
 * @param when when it happened or is due, or null
 * @param link address of the page that it opens, below the context, or null
 * @param badge state in a word, or null
 * @param tone tone of the badge
 * @param progress share done, 0 to 1, of work under way; otherwise null
 */
public record HomeRow(
        String icon, String title, String note, Instant when, String link, String badge, String tone, Double progress)
        implements Serializable {

    public static HomeRow of(String icon, String title, String note, Instant when, String link) {
        return new HomeRow(icon, title, note, when, link, null, "", null);
    }

    public HomeRow withBadge(String text, String newTone) {
        return new HomeRow(icon, title, note, when, link, text, newTone, progress);
    }

    public HomeRow withProgress(double share) {
        return new HomeRow(icon, title, note, when, link, badge, tone, share);
    }
}
