package org.vinculo.crm.interaction.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.shared.BaseEntity;

/** Until when a person has read the messages of a customer. */
@Entity
@Table(name = "message_read")
public class MessageRead extends BaseEntity {

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Column(name = "account_id", nullable = false, updatable = false)
    private Long accountId;

    @Column(name = "read_until", nullable = false)
    private Instant readUntil;

    protected MessageRead() {}

    public MessageRead(long customerId, long accountId) {
        this.customerId = customerId;
        this.accountId = accountId;
    }

    public void until(Instant at) {
        readUntil = at;
    }

    public Instant getReadUntil() {
        return readUntil;
    }
}
