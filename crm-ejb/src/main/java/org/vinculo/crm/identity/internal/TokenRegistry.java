package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vinculo.crm.identity.AccessChanged;
import org.vinculo.crm.identity.SignedIn;
import org.vinculo.crm.shared.Belief;

/** Answers whether an API token is good; what the database said is believed for a few seconds. */
@ApplicationScoped
public class TokenRegistry {

    private static final Duration BELIEVED = Duration.ofSeconds(15);
    private static final int MOST = 1_000;

    private record Known(SignedIn signedIn, Instant at) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    @Inject
    DoorReads database;

    @Inject
    Clock clock;

    public Optional<SignedIn> find(String token) {
        if (token == null || token.isBlank() || token.length() > 200) {
            return Optional.empty();
        }
        String hash = Secrets.sha256(token);
        Instant now = clock.instant();
        Known entry = known.get(hash);
        if (entry != null && Belief.holds(entry.at(), BELIEVED, now)) {
            return Optional.of(entry.signedIn());
        }
        Optional<SignedIn> fresh = database.token(hash);
        if (known.size() > MOST) {
            known.clear();
        }
        fresh.ifPresentOrElse(signedIn -> known.put(hash, new Known(signedIn, now)), () -> known.remove(hash));
        return fresh;
    }

    void accessChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessChanged change) {
        known.clear();
    }
}
