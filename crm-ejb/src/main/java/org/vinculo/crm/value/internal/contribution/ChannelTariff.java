package org.vinculo.crm.value.internal.contribution;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a contact over a channel takes: time-driven costing (Kaplan and Anderson 2004).
 *
 * @param perContact fixed for each contact, 0 or more
 * @param perMinute loaded rate of the person's minute, 0 or more
 * @param atOnce conversations that one person holds at a time, 1 or more; above 1 for chat
 */
public record ChannelTariff(BigDecimal perContact, BigDecimal perMinute, int atOnce) {

    private static final int SCALE = 4;

    /** @throws IllegalArgumentException when an amount is negative or nobody could hold a conversation */
    public ChannelTariff {
        if (perContact.signum() < 0 || perMinute.signum() < 0 || atOnce < 1) {
            throw new IllegalArgumentException("no tariff: " + perContact + ", " + perMinute + ", " + atOnce);
        }
    }

    /** @param contacts 0 or more @param minutes of all of them together */
    public BigDecimal costOf(int contacts, BigDecimal minutes) {
        BigDecimal time = perMinute.multiply(minutes).divide(BigDecimal.valueOf(atOnce), SCALE, RoundingMode.HALF_EVEN);
        return perContact.multiply(BigDecimal.valueOf(contacts)).add(time);
    }
}
