package org.vinculo.crm.consent;

import static org.vinculo.crm.consent.ContactReason.Code.ADDRESS_INVALID;
import static org.vinculo.crm.consent.ContactReason.Code.ADDRESS_MISSING;
import static org.vinculo.crm.consent.ContactReason.Code.ADDRESS_UNVERIFIED;
import static org.vinculo.crm.consent.ContactReason.Code.CHANNEL_DECLINED;
import static org.vinculo.crm.consent.ContactReason.Code.CHANNEL_NOT_OFFERED;
import static org.vinculo.crm.consent.ContactReason.Code.CONSENT_DENIED;
import static org.vinculo.crm.consent.ContactReason.Code.CONSENT_ENDS_BEFORE;
import static org.vinculo.crm.consent.ContactReason.Code.CONSENT_EXPIRED;
import static org.vinculo.crm.consent.ContactReason.Code.CONSENT_GRANTED;
import static org.vinculo.crm.consent.ContactReason.Code.CONSENT_PENDING;
import static org.vinculo.crm.consent.ContactReason.Code.CONSENT_UNKNOWN;
import static org.vinculo.crm.consent.ContactReason.Code.CONSENT_WITHDRAWN;
import static org.vinculo.crm.consent.ContactReason.Code.CUSTOMER_CLOSED;
import static org.vinculo.crm.consent.ContactReason.Code.MARKETING_STOPPED;
import static org.vinculo.crm.consent.ContactReason.Code.MONTHLY_LIMIT;
import static org.vinculo.crm.consent.ContactReason.Code.NOT_OBJECTED;
import static org.vinculo.crm.consent.ContactReason.Code.ONLY_IMPORTANT;
import static org.vinculo.crm.consent.ContactReason.Code.OUTSIDE_HOURS;
import static org.vinculo.crm.consent.ContactReason.Code.PAUSED;
import static org.vinculo.crm.consent.ContactReason.Code.SERVICE_MESSAGE;
import static org.vinculo.crm.consent.ContactReason.Code.URGENT_OUTSIDE_HOURS;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vinculo.crm.consent.ContactAnswer.Verdict;
import org.vinculo.crm.consent.ContactReason.Effect;

/**
 * The one answer to "may we contact this person, for this purpose, through this channel, now?". A pure function, so that a
 * campaign, a call list, a button and the person's own page cannot disagree.
 *
 * <p>A "no" of any kind wins over a wait, a wait over a yes. All reasons are collected, not only the first, since whoever
 * repairs one wants to know of the next. The moment named by a wait satisfies every delay together: asking again then, with
 * the same facts, answers yes.
 */
public final class ContactDecision {

    private final Purpose purpose;
    private final Channel channel;
    private final Instant now;
    private final ContactFacts facts;
    private final boolean marketing;
    private final List<ContactReason> reasons = new ArrayList<>();
    private Instant earliest;

    private ContactDecision(Purpose purpose, Channel channel, Instant now, ContactFacts facts) {
        this.purpose = purpose;
        this.channel = channel;
        this.now = now;
        this.facts = facts;
        this.marketing = purpose.enforcement().isMarketing();
        this.earliest = now;
    }

    public static ContactAnswer decide(Purpose purpose, Channel channel, Instant now, ContactFacts facts) {
        return new ContactDecision(purpose, channel, now, facts).answer();
    }

    private ContactAnswer answer() {
        checkCustomer();
        checkConsent();
        checkAddress();
        if (marketing && channel.isAddressed()) {
            checkPause();
            checkFrequency();
        }
        checkHours();
        checkConsentStillHolds();
        noteBetterChannel();
        reasons.sort(Comparator.comparing(ContactReason::code));
        Verdict verdict = verdict();
        return new ContactAnswer(verdict, verdict == Verdict.WAIT ? earliest : null, reasons);
    }

    private Verdict verdict() {
        if (has(Effect.FORBIDS)) {
            return Verdict.NO;
        }
        return earliest.isAfter(now) ? Verdict.WAIT : Verdict.YES;
    }

    private void checkCustomer() {
        if (facts.closed()) {
            add(CUSTOMER_CLOSED);
        }
        if (!purpose.offers(channel)) {
            add(CHANNEL_NOT_OFFERED);
        }
        if (marketing && facts.stoppedAt() != null) {
            add(MARKETING_STOPPED);
        }
    }

    private void checkConsent() {
        ConsentState state = consentAt(now);
        if (purpose.isAllowedIn(state)) {
            add(allowance(state));
            return;
        }
        add(refusal(state));
    }

    private ContactReason.Code allowance(ConsentState state) {
        if (!marketing) {
            return SERVICE_MESSAGE;
        }
        return state == ConsentState.GRANTED ? CONSENT_GRANTED : NOT_OBJECTED;
    }

    private ContactReason.Code refusal(ConsentState state) {
        if (!marketing) {
            return CHANNEL_DECLINED;
        }
        return switch (state) {
            case WITHDRAWN -> CONSENT_WITHDRAWN;
            case DENIED -> CONSENT_DENIED;
            case EXPIRED -> CONSENT_EXPIRED;
            case PENDING -> CONSENT_PENDING;
            case UNKNOWN, GRANTED -> CONSENT_UNKNOWN;
        };
    }

    private ConsentState consentAt(Instant moment) {
        boolean over = facts.consentEndsAt() != null && !moment.isBefore(facts.consentEndsAt());
        return facts.consent() == ConsentState.GRANTED && over ? ConsentState.EXPIRED : facts.consent();
    }

    private void checkAddress() {
        if (!channel.isAddressed()) {
            return;
        }
        switch (facts.address()) {
            case MISSING -> add(ADDRESS_MISSING);
            case INVALID -> add(ADDRESS_INVALID);
            case UNVERIFIED -> {
                if (channel.isConfirmable() && purpose.enforcement() == Enforcement.RESTRICTIVE) {
                    add(ADDRESS_UNVERIFIED);
                }
            }
            case VERIFIED -> {}
        }
    }

    private void checkPause() {
        if (facts.pausedUntil() == null) {
            return;
        }
        delay(PAUSED, facts.pausedUntil().atStartOfDay(zone()).toInstant());
    }

    private void checkFrequency() {
        if (facts.urgency() != Urgency.ROUTINE) {
            return;
        }
        if (facts.frequency() == Frequency.IMPORTANT) {
            add(ONLY_IMPORTANT);
        }
        if (facts.frequency() == Frequency.MONTHLY && facts.lastMarketingAt() != null) {
            delay(
                    MONTHLY_LIMIT,
                    facts.lastMarketingAt().atZone(zone()).plusMonths(1).toInstant());
        }
    }

    private void checkHours() {
        boolean applies = marketing ? channel.isTimed() : channel.isInterrupting();
        if (!applies || facts.hours().contains(earliest)) {
            return;
        }
        if (!marketing && facts.urgency() == Urgency.URGENT) {
            add(URGENT_OUTSIDE_HOURS);
            return;
        }
        delay(OUTSIDE_HOURS, facts.hours().nextOpening(earliest));
    }

    private void checkConsentStillHolds() {
        if (earliest.isAfter(now) && purpose.isAllowedIn(consentAt(now)) && !purpose.isAllowedIn(consentAt(earliest))) {
            add(CONSENT_ENDS_BEFORE);
        }
    }

    private void noteBetterChannel() {
        if (!channel.isAddressed() || facts.preferred().isEmpty()) {
            return;
        }
        Channel first = facts.preferred().get(0);
        if (first != channel) {
            reasons.add(ContactReason.prefers(first));
        }
    }

    private void delay(ContactReason.Code code, Instant until) {
        if (!until.isAfter(now)) {
            return;
        }
        reasons.add(ContactReason.until(code, until));
        if (until.isAfter(earliest)) {
            earliest = until;
        }
    }

    private void add(ContactReason.Code code) {
        reasons.add(ContactReason.of(code));
    }

    private boolean has(Effect effect) {
        return reasons.stream().anyMatch(reason -> reason.effect() == effect);
    }

    private ZoneId zone() {
        return facts.hours().zone();
    }
}
