package org.vinculo.crm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.identity.internal.Journal;

/**
 * Keeps in the audit trail that somebody who is signed in, or a program with a token, asked for what is closed to them or
 * not there: who, when, from where and for which page. Not more than {@value #PER_HOUR} times an hour for each account, and
 * once more that there were more, so that nobody floods the trail by asking.
 *
 * <p>Nothing is written for strangers: they are sent to the sign-in page, and what they try there is kept as such.
 */
@ApplicationScoped
public class AccessRefusals {

    /** Refusals of one account that are kept within an hour of the clock. */
    public static final int PER_HOUR = 20;

    private static final int ACCOUNTS = 5_000;
    private static final Logger LOG = Logger.getLogger(AccessRefusals.class.getName());

    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > ACCOUNTS;
        }
    };

    @Inject
    CurrentCaller callers;

    @Inject
    Journal journal;

    @Inject
    Clock clock;

    private record Count(Instant hour, int refusals) {}

    /**
     * The present caller was refused. Never fails: the answer is the same whether it can be written down or not.
     *
     * @param method verb of the request
     * @param path page or operation without its parameters
     */
    public void note(String method, String path) {
        Caller caller = callers.get();
        if (caller.kind() == Caller.Kind.ANONYMOUS || caller.kind() == Caller.Kind.SYSTEM) {
            return;
        }
        int refusals = count(caller.kind() + ":" + caller.accountId());
        if (refusals > PER_HOUR + 1) {
            return;
        }
        try {
            journal.refused(refusals > PER_HOUR ? "access.refusedOften" : "access.refused", method + " " + path);
        } catch (RuntimeException lost) {
            LOG.log(Level.WARNING, "A refusal could not be written into the audit trail", lost);
        }
    }

    private int count(String account) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        synchronized (counts) {
            return counts.merge(
                            account,
                            new Count(hour, 1),
                            (old, first) -> old.hour().equals(hour) ? new Count(hour, old.refusals() + 1) : first)
                    .refusals();
        }
    }
}
