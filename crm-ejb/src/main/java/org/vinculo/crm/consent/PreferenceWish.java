package org.vinculo.crm.consent;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a customer wants, as a whole: it is compared with what holds, and the differences are written.
 *
 * @param version of the sheet it answers
 * @param hours null keeps what holds
 * @param language null keeps what holds
 * @param allowed per purpose the channels that may be used; a purpose left out keeps what holds
 */
public record PreferenceWish(
        long version,
        Channel first,
        Channel second,
        ContactHours hours,
        Locale language,
        Frequency frequency,
        LocalDate pausedUntil,
        Map<String, Set<Channel>> allowed)
        implements Serializable {}
