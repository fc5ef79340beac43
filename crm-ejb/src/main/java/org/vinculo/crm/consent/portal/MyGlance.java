package org.vinculo.crm.consent.portal;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The preferences in a few words.
 *
 * @param chosen whether the customer ever chose anything
 * @param first channel of first choice by name, or null
 * @param second channel of second choice by name, or null
 * @param hours days and hours in words
 * @param allowed titles of the marketing purposes that are allowed on some channel
 * @param stoppedAt when all marketing was stopped, or null
 * @param pausedUntil first day after the pause, or null when there is none or it is over
 * @param endsNext when the first of the consents runs out, or null
 */
public record MyGlance(
        boolean chosen,
        String first,
        String second,
        String hours,
        List<String> allowed,
        Instant stoppedAt,
        LocalDate pausedUntil,
        Instant endsNext)
        implements Serializable {

    public MyGlance {
        allowed = List.copyOf(allowed);
    }
}
