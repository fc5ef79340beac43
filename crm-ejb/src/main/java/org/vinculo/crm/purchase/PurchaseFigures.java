package org.vinculo.crm.purchase;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.vinculo.crm.shared.Money;

/**
 * A customer's purchases in numbers, over all time.
 *
 * @param count sales, returns not counted
 * @param returns returns
 * @param totals sales less returns, one amount a currency, the largest number of purchases first
 * @param first day of the first sale, or null without any
 * @param last day of the last sale, or null without any
 */
public record PurchaseFigures(long count, long returns, List<Money> totals, LocalDate first, LocalDate last)
        implements Serializable {

    public static final PurchaseFigures NONE = new PurchaseFigures(0, 0, List.of(), null, null);

    public PurchaseFigures {
        totals = List.copyOf(totals);
    }

    public boolean isEmpty() {
        return count == 0 && returns == 0;
    }
}
