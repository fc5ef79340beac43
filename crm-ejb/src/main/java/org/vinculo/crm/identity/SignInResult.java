package org.vinculo.crm.identity;

import java.time.Duration;

/**
 * What a try to sign in gave.
 *
 * @param secret of the session or half session, to be kept in the HTTP session; null when there is none
 * @param delay how long to wait, zero unless the outcome says so
 */
public record SignInResult(SignInOutcome outcome, String secret, Duration delay) {

    public static SignInResult wait(Duration delay) {
        return new SignInResult(SignInOutcome.WAIT, null, delay);
    }

    public static SignInResult refused() {
        return new SignInResult(SignInOutcome.REFUSED, null, Duration.ZERO);
    }
}
