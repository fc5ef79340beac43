package org.vinculo.crm.identity;

import java.io.Serializable;
import java.time.Instant;

/**
 * An open session as its owner or an administrator sees it.
 *
 * @param current whether it is the one that asks
 */
public record SessionView(
        String publicId, Instant createdAt, Instant lastSeenAt, String ip, String userAgent, boolean current)
        implements Serializable {

    /** Browser and system as people call them. */
    public String browser() {
        return Browser.name(userAgent);
    }
}
