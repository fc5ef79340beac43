package org.vinculo.crm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.vinculo.crm.identity.internal.Throttle;
import org.vinculo.crm.shared.TooManyRequests;

/** Limits how often a signed-in customer can do what reaches somebody else: thirty times within an hour of the clock. */
@ApplicationScoped
public class SendingLimits {

    @Inject
    Throttle throttle;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Counts one deed of the caller, whether it succeeds or not.
     *
     * @param kind what is counted together
     * @throws TooManyRequests when the caller did it too often
     */
    public void require(String kind) {
        String hour = clock.instant().truncatedTo(ChronoUnit.HOURS).toString();
        Duration delay =
                throttle.beforeSending(kind, String.valueOf(caller.get().accountId()), hour);
        if (!delay.isZero()) {
            throw new TooManyRequests(delay);
        }
    }
}
