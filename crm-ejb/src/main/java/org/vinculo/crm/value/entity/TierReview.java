package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.PublicEntity;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierReviewState;
import org.vinculo.crm.value.TierReviewView;

/** Somebody asks a person to look at what the figures decided. */
@Entity
@Table(name = "tier_review")
@Audited(name = "tierReview", customer = "customerId")
public class TierReview extends PublicEntity {

    @Column(name = "customer_id", nullable = false, updatable = false)
    private long customerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 12)
    private TierReviewState state = TierReviewState.OPEN;

    @Enumerated(EnumType.STRING)
    @Column(name = "present_tier", updatable = false, length = 12)
    private Tier presentTier;

    @Enumerated(EnumType.STRING)
    @Column(name = "wanted_tier", updatable = false, length = 12)
    private Tier wantedTier;

    @Column(name = "question", nullable = false, updatable = false, length = 1000)
    private String question;

    @Column(name = "asked_at", nullable = false, updatable = false)
    private Instant askedAt;

    @Column(name = "asked_by", nullable = false, updatable = false, length = 200)
    private String askedBy;

    @Column(name = "by_customer", nullable = false, updatable = false)
    private boolean byCustomer;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "answered_by", length = 200)
    private String answeredBy;

    @Column(name = "answer", length = 1000)
    private String answer;

    protected TierReview() {}

    public TierReview(long customerId, Tier presentTier, Tier wantedTier, String question) {
        this.customerId = customerId;
        this.presentTier = presentTier;
        this.wantedTier = wantedTier;
        this.question = question;
    }

    public void asked(Instant at, String by, boolean customer) {
        askedAt = at;
        askedBy = by;
        byCustomer = customer;
    }

    /** @throws ConcurrentChange when somebody answered before */
    public void answer(TierReviewState outcome, String text, Instant at, String by) {
        if (state != TierReviewState.OPEN) {
            throw new ConcurrentChange();
        }
        state = outcome;
        answer = text;
        answeredAt = at;
        answeredBy = by;
    }

    public long getCustomerId() {
        return customerId;
    }

    public String getAskedBy() {
        return askedBy;
    }

    public TierReviewView view(CustomerRef customer) {
        return new TierReviewView(
                getPublicId(),
                customer.publicId(),
                customer.name(),
                state,
                presentTier,
                wantedTier,
                question,
                askedAt,
                askedBy,
                byCustomer,
                answeredAt,
                answeredBy,
                answer);
    }
}
