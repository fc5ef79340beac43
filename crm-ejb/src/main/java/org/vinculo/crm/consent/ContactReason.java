package org.vinculo.crm.consent;

import java.time.Instant;
import org.vinculo.crm.consent.internal.Words;
import org.vinculo.crm.party.Phrase;

/** One link of the chain that explains a contact decision; its text is {@code consent.reason.<code>}. */
public record ContactReason(Code code, Instant until, Channel other) {

    /** Effect of a reason on the answer. */
    public enum Effect {
        ALLOWS,
        NOTES,
        DELAYS,
        FORBIDS
    }

    /** Every reason there is, in the order in which a chain names them. */
    public enum Code {
        CUSTOMER_CLOSED(Effect.FORBIDS),
        CHANNEL_NOT_OFFERED(Effect.FORBIDS),
        MARKETING_STOPPED(Effect.FORBIDS),
        CONSENT_WITHDRAWN(Effect.FORBIDS),
        CONSENT_DENIED(Effect.FORBIDS),
        CONSENT_EXPIRED(Effect.FORBIDS),
        CONSENT_PENDING(Effect.FORBIDS),
        CONSENT_UNKNOWN(Effect.FORBIDS),
        CONSENT_ENDS_BEFORE(Effect.FORBIDS),
        CHANNEL_DECLINED(Effect.FORBIDS),
        ADDRESS_MISSING(Effect.FORBIDS),
        ADDRESS_INVALID(Effect.FORBIDS),
        ADDRESS_UNVERIFIED(Effect.FORBIDS),
        ONLY_IMPORTANT(Effect.FORBIDS),
        PAUSED(Effect.DELAYS),
        MONTHLY_LIMIT(Effect.DELAYS),
        OUTSIDE_HOURS(Effect.DELAYS),
        CONSENT_GRANTED(Effect.ALLOWS),
        NOT_OBJECTED(Effect.ALLOWS),
        SERVICE_MESSAGE(Effect.ALLOWS),
        URGENT_OUTSIDE_HOURS(Effect.NOTES),
        PREFERS_OTHER_CHANNEL(Effect.NOTES);

        private final Effect effect;

        Code(Effect effect) {
            this.effect = effect;
        }

        public Effect effect() {
            return effect;
        }
    }

    static ContactReason of(Code code) {
        return new ContactReason(code, null, null);
    }

    static ContactReason until(Code code, Instant until) {
        return new ContactReason(code, until, null);
    }

    static ContactReason prefers(Channel other) {
        return new ContactReason(Code.PREFERS_OTHER_CHANNEL, null, other);
    }

    public Effect effect() {
        return code.effect();
    }

    /** The reason in a few words. */
    public Phrase phrase() {
        return Words.reason(this);
    }
}
