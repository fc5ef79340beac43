package org.vinculo.crm.notification;

import java.io.Serializable;
import java.time.Instant;

/**
 * A message as the administrator sees it.
 *
 * @param body the text; null once it was sent and carried a secret
 * @param secret whether the text carries, or carried, a link or code that opens an account
 * @param error what the mail server said last, or null
 */
public record OutboxView(
        String publicId,
        String toAddress,
        String subject,
        String body,
        boolean secret,
        OutboxState state,
        int attempts,
        String error,
        Instant createdAt,
        Instant nextAt,
        Instant sentAt)
        implements Serializable {

    /** Only what failed and still has its text can be tried again. */
    public boolean canBeRetried() {
        return state == OutboxState.FAILED && body != null;
    }
}
