package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.shared.PublicEntity;
import org.vinculo.crm.value.Tier;

/** A tier that a person decided, until a day. */
@Entity
@Table(name = "tier_override")
@Audited(name = "tierOverride", customer = "customerId")
public class TierOverride extends PublicEntity {

    @Column(name = "customer_id", nullable = false, updatable = false)
    private long customerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "tier", nullable = false, updatable = false, length = 12)
    private Tier tier;

    @Column(name = "reason", nullable = false, updatable = false, length = 1000)
    private String reason;

    @Column(name = "valid_until", nullable = false, updatable = false)
    private LocalDate validUntil;

    @Column(name = "decided_at", nullable = false, updatable = false)
    private Instant decidedAt;

    @Column(name = "decided_by", nullable = false, updatable = false, length = 200)
    private String decidedBy;

    @Column(name = "asked_by", updatable = false, length = 200)
    private String askedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by", length = 200)
    private String endedBy;

    protected TierOverride() {}

    public TierOverride(long customerId, Tier tier, String reason, LocalDate validUntil) {
        this.customerId = customerId;
        this.tier = tier;
        this.reason = reason;
        this.validUntil = validUntil;
    }

    /** @param asked who asked for it, or null when the same person decided by themselves */
    public void decided(Instant at, String by, String asked) {
        decidedAt = at;
        decidedBy = by;
        askedBy = asked;
    }

    public void end(Instant at, String by) {
        if (endedAt == null) {
            endedAt = at;
            endedBy = by;
        }
    }
}
