package org.vinculo.crm.value;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Where a plan would lead: lifetime values over the horizon of the figures, and what each measure changes of them.
 *
 * @param before without the plan
 * @param after with it
 * @param byCalls what moving calls changes
 * @param byFee what the fee changes
 * @param byOrders what the smallest order changes
 * @param callsOfYear calls in the twelve months before the day of the figures
 * @param callPrice what a call took on average
 * @param portalPrice what the same matter takes in the portal
 * @param typicalOrder middle value of the newest orders
 * @param sufficientShare smallest share of calls that would do by itself, or null when not even all of them do
 * @param asOf day of the figures
 */
public record PathView(
        String currency,
        double before,
        double after,
        double byCalls,
        double byFee,
        double byOrders,
        int callsOfYear,
        BigDecimal callPrice,
        BigDecimal portalPrice,
        double typicalOrder,
        Double sufficientShare,
        LocalDate asOf)
        implements Serializable {

    public boolean isPositive() {
        return after >= 0;
    }
}
