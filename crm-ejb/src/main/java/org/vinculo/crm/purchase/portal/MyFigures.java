package org.vinculo.crm.purchase.portal;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.vinculo.crm.purchase.PurchaseFigures;
import org.vinculo.crm.shared.Money;

/**
 * The customer's purchases in numbers.
 *
 * @param count purchases, returns not counted
 * @param returns returns
 * @param totals purchases less returns, one amount a currency
 * @param first day of the first purchase, or null without any
 */
public record MyFigures(long count, long returns, List<Money> totals, LocalDate first) implements Serializable {

    public MyFigures {
        totals = List.copyOf(totals);
    }

    static MyFigures of(PurchaseFigures figures) {
        return new MyFigures(figures.count(), figures.returns(), figures.totals(), figures.first());
    }

    /** Whether there is no purchase and no return. */
    public boolean isNone() {
        return count == 0 && returns == 0;
    }
}
