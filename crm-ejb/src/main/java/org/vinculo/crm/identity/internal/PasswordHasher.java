package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.vinculo.crm.shared.TooManyRequests;

/** Hashes and checks passwords, a few at a time: each takes memory and a core for a moment. */
@ApplicationScoped
public class PasswordHasher {

    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final String nobodysHash = Argon2Password.CURRENT.hash(Secrets.newToken());

    public String hash(String password) {
        return oneAtATime(() -> Argon2Password.CURRENT.hash(password));
    }

    /** Takes as long for an unknown account (null) as for a known one. */
    public boolean matches(String password, String hash) {
        String given = password == null ? "" : password;
        boolean plausible = hash != null && given.length() <= PasswordPolicy.MAX_LENGTH * 2;
        boolean same = oneAtATime(() -> Argon2Password.matches(plausible ? given : "", plausible ? hash : nobodysHash));
        return same && plausible;
    }

    public boolean isOutdated(String hash) {
        return Argon2Password.CURRENT.isOutdated(hash);
    }

    private <T> T oneAtATime(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyRequests(PATIENCE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooManyRequests(PATIENCE);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
