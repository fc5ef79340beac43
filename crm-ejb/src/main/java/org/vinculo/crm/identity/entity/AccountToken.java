package org.vinculo.crm.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.vinculo.crm.shared.BaseEntity;

/**
 * A link that was sent to somebody: works once, for one purpose, for one account, for a while. Only the SHA-256 of
 * what the link carries is kept.
 */
@Entity
@Table(name = "account_token")
public class AccountToken extends BaseEntity {

    /** What a link is for, and how long it works. */
    public enum Purpose {
        SETUP(Duration.ofDays(7)),
        RESET(Duration.ofMinutes(15)),
        STAFF_INVITATION(Duration.ofHours(72)),
        CUSTOMER_INVITATION(Duration.ofHours(72)),
        REGISTRATION(Duration.ofHours(24)),
        EMAIL_OLD(Duration.ofHours(24)),
        EMAIL_NEW(Duration.ofHours(24));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        public Duration life() {
            return life;
        }
    }

    @Enumerated(EnumType.STRING)
    @Column(name = "purpose", nullable = false, updatable = false, length = 20)
    private Purpose purpose;

    @Column(name = "token_hash", nullable = false, updatable = false, length = 64)
    private String tokenHash;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id", updatable = false)
    private Account account;

    @Column(name = "customer_id", updatable = false)
    private Long customerId;

    @Column(name = "payload", updatable = false, length = 500)
    private String payload;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected AccountToken() {}

    public AccountToken(
            Purpose purpose, String tokenHash, Account account, Long customerId, String payload, Instant now) {
        this.purpose = purpose;
        this.tokenHash = tokenHash;
        this.account = account;
        this.customerId = customerId;
        this.payload = payload;
        this.createdAt = now;
        this.expiresAt = now.plus(purpose.life());
    }

    public boolean isUsable(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    /** Whether it was never used and can no longer be. */
    public boolean isTooLate(Instant now) {
        return usedAt == null && !now.isBefore(expiresAt);
    }

    public Purpose getPurpose() {
        return purpose;
    }

    public Account getAccount() {
        return account;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public String getPayload() {
        return payload;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getExpiresAt() {
        return expiresAt;
    }
}
