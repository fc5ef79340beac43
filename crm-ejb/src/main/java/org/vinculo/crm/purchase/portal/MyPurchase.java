package org.vinculo.crm.purchase.portal;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.purchase.PurchaseView;
import org.vinculo.crm.shared.Money;

/** A purchase as its customer sees it. */
public record MyPurchase(
        String publicId,
        String documentNumber,
        Instant at,
        LocalDate on,
        boolean returned,
        String channel,
        Money total,
        int lines)
        implements Serializable {

    static MyPurchase of(PurchaseView view) {
        return new MyPurchase(
                view.publicId(),
                view.documentNumber(),
                view.at(),
                view.on(),
                view.isReturn(),
                view.channel(),
                view.total(),
                view.lines());
    }
}
