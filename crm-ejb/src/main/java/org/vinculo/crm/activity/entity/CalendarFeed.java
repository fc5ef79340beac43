package org.vinculo.crm.activity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.shared.BaseEntity;

/** The secret address under which somebody's calendar program reads the appointments. */
@Entity
@Table(name = "calendar_feed")
public class CalendarFeed extends BaseEntity {

    @Column(name = "account_id", nullable = false, updatable = false)
    private Long accountId;

    @Column(name = "token_hash", nullable = false, length = 64)
    private String tokenHash;

    @Column(name = "made_at", nullable = false)
    private Instant madeAt;

    @Column(name = "read_at")
    private Instant readAt;

    protected CalendarFeed() {}

    public CalendarFeed(Long accountId) {
        this.accountId = accountId;
    }

    public void renew(String newTokenHash, Instant at) {
        tokenHash = newTokenHash;
        madeAt = at;
        readAt = null;
    }

    public void read(Instant at) {
        readAt = at;
    }

    public Long getAccountId() {
        return accountId;
    }

    public Instant getMadeAt() {
        return madeAt;
    }

    public Instant getReadAt() {
        return readAt;
    }
}
