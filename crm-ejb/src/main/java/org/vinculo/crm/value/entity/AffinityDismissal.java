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
import org.vinculo.crm.value.DismissReason;

/** A product that is not offered to a customer until a day. */
@Entity
@Audited(
        name = "affinityDismissal",
        customer = "customerId",
        ignore = {"customerId", "dismissedAt", "dismissedBy"})
@Table(name = "affinity_dismissal")
public class AffinityDismissal extends PublicEntity {

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Column(name = "product", nullable = false, updatable = false, length = 200)
    private String product;

    @Enumerated(EnumType.STRING)
    @Column(name = "reason", nullable = false, length = 20)
    private DismissReason reason;

    @Column(name = "dismissed_at", nullable = false)
    private Instant dismissedAt;

    @Column(name = "dismissed_by", nullable = false, length = 200)
    private String dismissedBy;

    @Column(name = "silent_until", nullable = false)
    private LocalDate silentUntil;

    protected AffinityDismissal() {}

    public AffinityDismissal(long customerId, String product) {
        this.customerId = customerId;
        this.product = product;
    }

    public void because(DismissReason newReason, LocalDate until, Instant at, String by) {
        reason = newReason;
        silentUntil = until;
        dismissedAt = at;
        dismissedBy = by;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public String getProduct() {
        return product;
    }

    public DismissReason getReason() {
        return reason;
    }

    public LocalDate getSilentUntil() {
        return silentUntil;
    }

    public String getDismissedBy() {
        return dismissedBy;
    }
}
