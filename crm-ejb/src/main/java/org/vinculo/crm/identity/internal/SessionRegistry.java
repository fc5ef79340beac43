package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vinculo.crm.identity.AccessChanged;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.SignedIn;
import org.vinculo.crm.identity.entity.LoginSession.EndReason;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Belief;

/**
 * Answers on every request whether a session is still good, and what its owner may do. What the database said is
 * believed for a few seconds only and forgotten at once when this server changes somebody's access, so that
 * disabling an account takes effect on the next click, on another server within those seconds.
 */
@ApplicationScoped
public class SessionRegistry {

    private static final Duration BELIEVED = Duration.ofSeconds(15);
    private static final Duration SEEN_STEP = Duration.ofSeconds(60);
    private static final int MOST = 20_000;

    private record Known(SessionSnapshot snapshot, Instant at) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastActivity = new ConcurrentHashMap<>();

    @Inject
    DoorReads database;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    public Optional<SignedIn> find(Realm realm, String secret, boolean activity) {
        if (secret == null) {
            return Optional.empty();
        }
        String hash = Secrets.sha256(secret);
        Instant now = clock.instant();
        Optional<SessionSnapshot> snapshot =
                snapshot(hash, now).filter(session -> session.realm() == realm).filter(SessionSnapshot::mayEnter);
        if (snapshot.isEmpty()) {
            lastActivity.remove(hash);
            return Optional.empty();
        }
        Optional<EndReason> over = over(snapshot.get(), hash, now);
        if (over.isPresent()) {
            database.endSession(snapshot.get().id(), over.get());
            forget(hash);
            return Optional.empty();
        }
        if (activity) {
            noteActivity(snapshot.get(), hash, now);
        }
        return Optional.of(snapshot.get().signedIn());
    }

    private Optional<SessionSnapshot> snapshot(String hash, Instant now) {
        Known entry = known.get(hash);
        if (entry != null && Belief.holds(entry.at(), BELIEVED, now)) {
            return Optional.of(entry.snapshot());
        }
        Optional<SessionSnapshot> fresh = database.session(hash);
        if (known.size() > MOST) {
            known.clear();
        }
        fresh.ifPresentOrElse(session -> known.put(hash, new Known(session, now)), () -> known.remove(hash));
        return fresh;
    }

    private Optional<EndReason> over(SessionSnapshot session, String hash, Instant now) {
        if (!session.createdAt().plus(settings.sessionMax()).isAfter(now)) {
            return Optional.of(EndReason.TOO_OLD);
        }
        Instant seen = latest(session.lastSeenAt(), lastActivity.get(hash));
        return seen.plus(settings.sessionIdle()).isAfter(now) ? Optional.empty() : Optional.of(EndReason.IDLE);
    }

    /** Memory keeps the exact moment; the database gets it once a minute. */
    private void noteActivity(SessionSnapshot session, String hash, Instant now) {
        Instant written = session.lastSeenAt();
        Instant before = lastActivity.put(hash, now);
        boolean newMinute =
                before == null || !before.truncatedTo(ChronoUnit.MINUTES).equals(now.truncatedTo(ChronoUnit.MINUTES));
        if (newMinute && written.plus(SEEN_STEP).isBefore(now)) {
            database.sessionSeen(session.id(), now);
        }
        if (lastActivity.size() > MOST) {
            lastActivity.values().removeIf(moment -> moment.plus(settings.sessionIdle())
                    .isBefore(now));
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    void accessChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessChanged change) {
        if (change.accountId() == null) {
            known.clear();
            return;
        }
        known.values()
                .removeIf(entry -> change.accountId().equals(entry.snapshot().accountId()));
    }

    private void forget(String hash) {
        known.remove(hash);
        lastActivity.remove(hash);
    }
}
