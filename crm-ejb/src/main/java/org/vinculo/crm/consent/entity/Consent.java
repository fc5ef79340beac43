package org.vinculo.crm.consent.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ConsentState;
import org.vinculo.crm.shared.BaseEntity;

/** What holds now for one customer, purpose and channel. How it came about is in the ledger. */
@Entity
@Audited(name = "consent", customer = "customerId", ignore = "customerId")
@Table(name = "consent")
public class Consent extends BaseEntity {

    @Column(name = "customer_id", nullable = false, updatable = false)
    private long customerId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "purpose_id", nullable = false, updatable = false)
    private ConsentPurpose purpose;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel", nullable = false, updatable = false, length = 12)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 12)
    private ConsentState state;

    @Column(name = "since", nullable = false)
    private Instant since;

    @Column(name = "ends_at")
    private Instant endsAt;

    protected Consent() {}

    public Consent(long customerId, ConsentPurpose purpose, Channel channel, ConsentState state, Instant at) {
        this.customerId = customerId;
        this.purpose = purpose;
        this.channel = channel;
        become(state, at);
    }

    public final void become(ConsentState next, Instant at) {
        state = next;
        since = at;
        endsAt = next == ConsentState.GRANTED ? purpose.endOfConsent(at) : null;
    }

    /** The state that holds at a moment: a grant whose time is over has expired. */
    public ConsentState stateAt(Instant moment) {
        boolean over = endsAt != null && !moment.isBefore(endsAt);
        return state == ConsentState.GRANTED && over ? ConsentState.EXPIRED : state;
    }

    public long getCustomerId() {
        return customerId;
    }

    public ConsentPurpose getPurpose() {
        return purpose;
    }

    public Channel getChannel() {
        return channel;
    }

    public ConsentState getState() {
        return state;
    }

    public Instant getSince() {
        return since;
    }

    public Instant getEndsAt() {
        return endsAt;
    }
}
