package org.vinculo.crm.identity;

import java.io.Serializable;
import java.time.Instant;

/** One try to sign in, for the list. */
public record SignInView(
        long id,
        Realm realm,
        String email,
        String name,
        SignInOutcome outcome,
        Instant madeAt,
        String ip,
        String userAgent)
        implements Serializable {

    /** Browser and system as people call them. */
    public String browser() {
        return Browser.name(userAgent);
    }
}
