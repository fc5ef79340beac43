package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.AccessChanged;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.ProofNeeded;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.LoginSession;
import org.vinculo.crm.identity.entity.LoginSession.EndReason;
import org.vinculo.crm.identity.entity.LoginSession.State;
import org.vinculo.crm.shared.NotFound;

/** The login sessions in the database. */
@ApplicationScoped
public class SessionLedger {

    public static final Duration PROOF_LASTS = Duration.ofMinutes(5);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CallerProfile profile;

    @Inject
    Event<AccessChanged> accessChanged;

    /** A new session; the secret is returned once and kept as its SHA-256. */
    public String open(Account account, State state, ClientInfo client) {
        String secret = Secrets.newToken();
        em.persist(new LoginSession(account, Secrets.sha256(secret), state, client, clock.instant()));
        return secret;
    }

    /** Turns a half session into a full one, under a new secret. */
    public String complete(LoginSession pending) {
        String secret = Secrets.newToken();
        pending.complete(Secrets.sha256(secret), clock.instant());
        return secret;
    }

    public Optional<LoginSession> find(String secret, State state) {
        if (secret == null) {
            return Optional.empty();
        }
        return em.createQuery(
                        "select s from LoginSession s join fetch s.account where s.secretHash = :hash and s.state = :state",
                        LoginSession.class)
                .setParameter("hash", Secrets.sha256(secret))
                .setParameter("state", state)
                .getResultStream()
                .findFirst();
    }

    public Optional<SessionSnapshot> read(String secretHash) {
        return em.createQuery(
                        "select s from LoginSession s join fetch s.account where s.secretHash = :hash",
                        LoginSession.class)
                .setParameter("hash", secretHash)
                .getResultStream()
                .findFirst()
                .map(profile::snapshot);
    }

    public void end(long id, EndReason reason) {
        LoginSession session = em.find(LoginSession.class, id);
        if (session != null) {
            session.end(reason, clock.instant());
        }
    }

    public void seen(long id, Instant now) {
        Touches.sessionSeen(em, id, now);
    }

    /** The sessions of an account that are open, the latest first. */
    public List<LoginSession> open(long accountId) {
        return em.createQuery(
                        "select s from LoginSession s where s.account.id = :account and s.state = :active"
                                + " order by s.lastSeenAt desc, s.id desc",
                        LoginSession.class)
                .setParameter("account", accountId)
                .setParameter("active", State.ACTIVE)
                .setMaxResults(200)
                .getResultList();
    }

    /**
     * Ends the sessions of an account, half ones too.
     *
     * @param except public id of the one that stays, or null
     * @return how many full sessions ended
     */
    public int endAll(long accountId, String except, EndReason reason) {
        List<LoginSession> sessions = em.createQuery(
                        "select s from LoginSession s where s.account.id = :account and s.state <> :ended",
                        LoginSession.class)
                .setParameter("account", accountId)
                .setParameter("ended", State.ENDED)
                .getResultList();
        int ended = 0;
        for (LoginSession session : sessions) {
            if (session.getPublicId().equals(except)) {
                continue;
            }
            ended += session.getState() == State.ACTIVE ? 1 : 0;
            session.end(reason, clock.instant());
        }
        accessChanged.fire(new AccessChanged(accountId));
        return ended;
    }

    /** @throws NotFound when the account has no such open session */
    public void endOne(long accountId, String publicId, EndReason reason) {
        own(accountId, publicId).end(reason, clock.instant());
        accessChanged.fire(new AccessChanged(accountId));
    }

    /** @throws NotFound when the account has no such open session */
    public void actFor(long accountId, String publicId, long customerId) {
        own(accountId, publicId).actFor(customerId);
        accessChanged.fire(new AccessChanged(accountId));
    }

    /** Notes that the owner of a session has just given the password. */
    public void prove(long accountId, String publicId) {
        own(accountId, publicId).proveAgain(clock.instant());
        accessChanged.fire(new AccessChanged(accountId));
    }

    /** @throws ProofNeeded when the password was given too long ago for something delicate */
    public void requireProof(long accountId, String publicId) {
        if (!isProofFresh(accountId, publicId)) {
            throw new ProofNeeded();
        }
    }

    public boolean isProofFresh(long accountId, String publicId) {
        return own(accountId, publicId).getProvedAt().plus(PROOF_LASTS).isAfter(clock.instant());
    }

    LoginSession own(long accountId, String publicId) {
        return open(accountId).stream()
                .filter(session -> session.getPublicId().equals(publicId))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
