package org.vinculo.crm.notification;

import java.io.Serializable;
import java.time.Instant;

/**
 * Something the reader was told.
 *
 * @param link address of the page it is about, below the context of the back office, or null
 * @param seenAt when it was read, or null
 */
public record NoticeView(
        String publicId, String icon, String title, String note, String link, Instant madeAt, Instant seenAt)
        implements Serializable {

    public boolean unseen() {
        return seenAt == null;
    }
}
