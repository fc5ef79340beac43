package org.vinculo.crm.shared;

import java.time.Duration;

/** Asked too often; may be tried again after the given time. */
public class TooManyRequests extends BusinessException {

    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    public TooManyRequests(Duration retryAfter) {
        super("too many requests");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
