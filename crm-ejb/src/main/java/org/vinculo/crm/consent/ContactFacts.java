package org.vinculo.crm.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Everything about a person that a contact decision rests on, for one purpose and one channel. {@code null} stands for
 * "never said": no end of the consent, no pause, no stop, no marketing sent before.
 */
public record ContactFacts(
        boolean closed,
        ConsentState consent,
        Instant consentEndsAt,
        AddressState address,
        ContactHours hours,
        LocalDate pausedUntil,
        Instant stoppedAt,
        Frequency frequency,
        Instant lastMarketingAt,
        Urgency urgency,
        List<Channel> preferred) {

    public ContactFacts {
        Objects.requireNonNull(consent);
        Objects.requireNonNull(address);
        Objects.requireNonNull(hours);
        Objects.requireNonNull(frequency);
        Objects.requireNonNull(urgency);
        preferred = List.copyOf(preferred);
    }
}
