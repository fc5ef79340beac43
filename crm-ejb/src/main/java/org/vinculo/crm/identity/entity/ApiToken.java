package org.vinculo.crm.identity.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.shared.PublicEntity;

/** Lets a program use the REST API with the named permissions, over everything. Only its SHA-256 is kept. */
@Entity
@Table(name = "api_token")
public class ApiToken extends PublicEntity {

    @Column(name = "name", nullable = false, updatable = false, length = 100)
    private String name;

    @Column(name = "token_hash", nullable = false, updatable = false, length = 64)
    private String tokenHash;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by", updatable = false)
    private StaffUser createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "api_token_permission", joinColumns = @JoinColumn(name = "token_id"))
    @Column(name = "permission", nullable = false, length = 60)
    @Enumerated(EnumType.STRING)
    private Set<Permission> permissions = new HashSet<>();

    protected ApiToken() {}

    public ApiToken(
            String name,
            String tokenHash,
            StaffUser createdBy,
            Set<Permission> permissions,
            Instant now,
            Instant expiresAt) {
        this.name = name;
        this.tokenHash = tokenHash;
        this.createdBy = createdBy;
        this.permissions.addAll(permissions);
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    public boolean isUsable(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** Whether whoever made it may not come in any more; it works again when they may. What the installation made has nobody. */
    public boolean isMakerGone() {
        return createdBy != null && !createdBy.isActive();
    }

    /** Whether its time is over and nobody has written that down. */
    public boolean isTooLate(Instant now) {
        return revokedAt == null && !isUsable(now);
    }

    public String getName() {
        return name;
    }

    public StaffUser getCreatedBy() {
        return createdBy;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getExpiresAt() {
        return expiresAt;
    }

    public Instant getLastUsedAt() {
        return lastUsedAt;
    }

    public Instant getRevokedAt() {
        return revokedAt;
    }

    /** What it may do now: what it was given, as far as whoever made it may do that with everything themselves. */
    public Set<Permission> allowed() {
        if (createdBy == null) {
            return getPermissions();
        }
        Map<Permission, Scope> makers = createdBy.permissions();
        return permissions.stream()
                .filter(permission -> makers.get(permission) == Scope.ALL)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Set<Permission> getPermissions() {
        return Set.copyOf(permissions);
    }
}
