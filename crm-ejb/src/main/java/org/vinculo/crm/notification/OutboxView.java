package org.vinculo.crm.notification;

import java.io.Serializable;
import java.time.Instant;

/**
 * A message as the administrator sees it.
 *
 * @param body the text; null once it was sent and carried a secret, and when it is hidden
 * @param secret whether the text carries, or carried, a link or code that opens an account
 * @param hidden whether there is a text that this reader may not see, because it opens an account
 * @param error what the mail server said last, or null
 */
public record OutboxView(
        String publicId,
        String toAddress,
        String subject,
        String body,
        boolean secret,
        boolean hidden,
        OutboxState state,
        int attempts,
        String error,
        Instant createdAt,
        Instant nextAt,
        Instant sentAt)
        implements Serializable {

    /** Only what failed and still has its text can be tried again. */
    public boolean canBeRetried() {
        return state == OutboxState.FAILED && (body != null || hidden);
    }

    /** The same without a text that opens an account. */
    OutboxView withoutSecret() {
        return secret && body != null
                ? new OutboxView(
                        publicId, toAddress, subject, null, true, true, state, attempts, error, createdAt, nextAt,
                        sentAt)
                : this;
    }
}
