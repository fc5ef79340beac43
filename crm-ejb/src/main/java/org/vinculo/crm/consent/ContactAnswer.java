package org.vinculo.crm.consent;

import java.time.Instant;
import java.util.List;

/** Whether a person may be contacted now, later or not, and every reason for it. */
public record ContactAnswer(Verdict verdict, Instant waitUntil, List<ContactReason> reasons) {

    /** The three answers. */
    public enum Verdict {
        YES,
        WAIT,
        NO
    }

    public ContactAnswer {
        reasons = List.copyOf(reasons);
    }

    public boolean isAllowed() {
        return verdict == Verdict.YES;
    }

    /** The reason to show when there is room for one: the first that decides the answer. */
    public ContactReason because() {
        ContactReason.Effect deciding =
                switch (verdict) {
                    case NO -> ContactReason.Effect.FORBIDS;
                    case WAIT -> ContactReason.Effect.DELAYS;
                    case YES -> ContactReason.Effect.ALLOWS;
                };
        return reasons.stream()
                .filter(reason -> reason.effect() == deciding)
                .findFirst()
                .orElseThrow();
    }
}
