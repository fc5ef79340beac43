package org.vinculo.crm.value.internal.rfm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What is scored of one customer.
 *
 * @param customer breaks ties where groups have to be of equal size
 * @param recency whole days from the last purchase to the day of the figures, 0 or more, smaller is better
 * @param frequency orders or purchase days, 1 or more
 * @param monetary sum of the purchases in the currency of the base, to the cent
 */
public record RfmFigures(long customer, int recency, int frequency, double monetary) {

    /**
     * @param spent exact sum of the purchases, rounded here to cents so that equal sums tie
     * @throws IllegalArgumentException when the last purchase is after the day of the figures, or there is none
     */
    public static RfmFigures of(
            long customer, LocalDate lastPurchase, int frequency, BigDecimal spent, LocalDate asOf) {
        long days = ChronoUnit.DAYS.between(lastPurchase, asOf);
        if (days < 0 || frequency < 1) {
            throw new IllegalArgumentException("no purchase up to " + asOf);
        }
        double monetary = spent.setScale(2, RoundingMode.HALF_UP).doubleValue();
        return new RfmFigures(customer, Math.toIntExact(days), frequency, monetary);
    }
}
