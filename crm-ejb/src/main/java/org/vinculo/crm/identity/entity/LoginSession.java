package org.vinculo.crm.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.shared.PublicEntity;

/**
 * One browser in which somebody signed in. The HTTP session holds a random secret, this row its SHA-256: the row
 * decides whether the secret is still worth anything.
 */
@Entity
@Table(name = "login_session")
public class LoginSession extends PublicEntity {

    /** How far the sign-in has come. */
    public enum State {
        /** The password was right, the second factor is missing: good for nothing but asking for it. */
        PENDING,
        ACTIVE,
        ENDED
    }

    /** Why a session is over. */
    public enum EndReason {
        SIGNED_OUT,
        ENDED_BY_USER,
        ENDED_BY_ADMIN,
        PASSWORD_CHANGED,
        DISABLED,
        IDLE,
        TOO_OLD,
        REPLACED
    }

    @Enumerated(EnumType.STRING)
    @Column(name = "realm", nullable = false, updatable = false, length = 8)
    private Realm realm;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", nullable = false, updatable = false)
    private Account account;

    @Column(name = "secret_hash", nullable = false, length = 64)
    private String secretHash;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 8)
    private State state;

    @Column(name = "customer_id")
    private Long customerId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "proved_at", nullable = false)
    private Instant provedAt;

    @Column(name = "last_seen_at", nullable = false)
    private Instant lastSeenAt;

    @Column(name = "ip", length = 64, updatable = false)
    private String ip;

    @Column(name = "user_agent", length = 300, updatable = false)
    private String userAgent;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason", length = 20)
    private EndReason endReason;

    protected LoginSession() {}

    public LoginSession(Account account, String secretHash, State state, ClientInfo client, Instant now) {
        this.realm = account.realm();
        this.account = account;
        this.secretHash = secretHash;
        this.state = state;
        this.ip = client.ip();
        this.userAgent = client.userAgent();
        this.createdAt = now;
        this.provedAt = now;
        this.lastSeenAt = now;
    }

    /** The second factor was right: a new secret replaces the one of the half session. */
    public void complete(String newSecretHash, Instant now) {
        secretHash = newSecretHash;
        state = State.ACTIVE;
        provedAt = now;
        lastSeenAt = now;
    }

    public void proveAgain(Instant now) {
        provedAt = now;
    }

    public void actFor(long newCustomerId) {
        customerId = newCustomerId;
    }

    public void end(EndReason reason, Instant now) {
        if (state == State.ENDED) {
            return;
        }
        state = State.ENDED;
        endedAt = now;
        endReason = reason;
    }

    public Realm getRealm() {
        return realm;
    }

    public Account getAccount() {
        return account;
    }

    public State getState() {
        return state;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getProvedAt() {
        return provedAt;
    }

    public Instant getLastSeenAt() {
        return lastSeenAt;
    }

    public String getIp() {
        return ip;
    }

    public String getUserAgent() {
        return userAgent;
    }
}
