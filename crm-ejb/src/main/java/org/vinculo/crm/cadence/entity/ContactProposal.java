package org.vinculo.crm.cadence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.vinculo.crm.cadence.ProposalState;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.shared.PublicEntity;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.Tier;

/** A contact that is proposed, one a customer, and what somebody decided about it. */
@Entity
@Table(name = "contact_proposal")
public class ContactProposal extends PublicEntity {

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "tier", nullable = false, length = 12)
    private Tier tier;

    @Enumerated(EnumType.STRING)
    @Column(name = "phase", nullable = false, length = 12)
    private Phase phase;

    @Column(name = "last_on")
    private LocalDate lastOn;

    @Column(name = "silent_days", nullable = false)
    private int silentDays;

    @Column(name = "limit_days", nullable = false)
    private int limitDays;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel", nullable = false, length = 20)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 12)
    private ProposalState state;

    @Column(name = "snoozed_until")
    private LocalDate snoozedUntil;

    @Column(name = "proposed_at", nullable = false)
    private Instant proposedAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "settled_by", length = 200)
    private String settledBy;

    @Column(name = "task_id", length = 22)
    private String taskId;

    protected ContactProposal() {}

    public ContactProposal(long customerId) {
        this.customerId = customerId;
    }

    public void describe(Tier newTier, Phase newPhase, LocalDate last, int silent, int limit, Channel way) {
        tier = newTier;
        phase = newPhase;
        lastOn = last;
        silentDays = silent;
        limitDays = limit;
        channel = way;
    }

    public void propose(Instant at) {
        if (state != ProposalState.PROPOSED) {
            proposedAt = at;
        }
        state = ProposalState.PROPOSED;
        snoozedUntil = null;
        settledAt = null;
        settledBy = null;
        taskId = null;
    }

    public void accept(String task, Instant at, String by) {
        settle(ProposalState.ACCEPTED, at, by);
        taskId = task;
    }

    public void snooze(LocalDate until, Instant at, String by) {
        settle(ProposalState.SNOOZED, at, by);
        snoozedUntil = until;
    }

    public void dismiss(Instant at, String by) {
        settle(ProposalState.DISMISSED, at, by);
    }

    private void settle(ProposalState how, Instant at, String by) {
        state = how;
        settledAt = at;
        settledBy = by;
    }

    /**
     * Whether what was decided still keeps it from being proposed: a snooze until its day; an acceptance for as long as a
     * silence may last; a dismissal until there was another conversation.
     */
    public boolean rests(LocalDate today, LocalDate last, int limit, ZoneId zone) {
        return switch (state) {
            case PROPOSED -> false;
            case SNOOZED -> today.isBefore(snoozedUntil);
            case ACCEPTED -> settledOn(zone).plusDays(limit).isAfter(today);
            case DISMISSED -> last == null || !last.isAfter(settledOn(zone));
        };
    }

    private LocalDate settledOn(ZoneId zone) {
        return LocalDate.ofInstant(settledAt, zone);
    }

    public long getCustomerId() {
        return customerId;
    }

    public Tier getTier() {
        return tier;
    }

    public Phase getPhase() {
        return phase;
    }

    public LocalDate getLastOn() {
        return lastOn;
    }

    public int getSilentDays() {
        return silentDays;
    }

    public int getLimitDays() {
        return limitDays;
    }

    public Channel getChannel() {
        return channel;
    }

    public ProposalState getState() {
        return state;
    }

    public LocalDate getSnoozedUntil() {
        return snoozedUntil;
    }

    public Instant getProposedAt() {
        return proposedAt;
    }
}
