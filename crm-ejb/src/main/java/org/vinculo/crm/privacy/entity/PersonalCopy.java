package org.vinculo.crm.privacy.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.vinculo.crm.privacy.CopyState;
import org.vinculo.crm.privacy.CopyView;
import org.vinculo.crm.shared.PublicEntity;

/** A copy of everything that is known about a customer: asked for, made by a job, there for some days. */
@Entity
@Table(name = "privacy_copy")
public class PersonalCopy extends PublicEntity {

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 12)
    private CopyState state = CopyState.PREPARING;

    @Column(name = "by_customer", nullable = false, updatable = false)
    private boolean byCustomer;

    @Column(name = "asked_at", nullable = false, updatable = false)
    private Instant askedAt;

    @Column(name = "asked_by", nullable = false, updatable = false, length = 200)
    private String askedBy;

    @Column(name = "asker_id", updatable = false)
    private Long askerId;

    @Column(name = "stored_name", length = 60)
    private String storedName;

    @Column(name = "file_size", nullable = false)
    private long size;

    @Column(name = "ready_at")
    private Instant readyAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "downloads", nullable = false)
    private int downloads;

    protected PersonalCopy() {}

    public PersonalCopy(long customerId, boolean byCustomer, Long askerId, String askedBy, Instant askedAt) {
        this.customerId = customerId;
        this.byCustomer = byCustomer;
        this.askerId = askerId;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    public void ready(String name, long bytes, Instant at, Duration kept) {
        state = CopyState.READY;
        storedName = name;
        size = bytes;
        readyAt = at;
        expiresAt = at.plus(kept);
    }

    public void failed() {
        state = CopyState.FAILED;
        storedName = null;
    }

    public void expired() {
        state = CopyState.EXPIRED;
        storedName = null;
    }

    public void fetched() {
        downloads++;
    }

    public boolean isReady(Instant now) {
        return state == CopyState.READY && now.isBefore(expiresAt);
    }

    public Long getCustomerId() {
        return customerId;
    }

    public CopyState getState() {
        return state;
    }

    public String getStoredName() {
        return storedName;
    }

    public Long getAskerId() {
        return askerId;
    }

    public boolean isByCustomer() {
        return byCustomer;
    }

    public CopyView view() {
        return new CopyView(getPublicId(), state, byCustomer, askedAt, askedBy, size, readyAt, expiresAt, downloads);
    }
}
