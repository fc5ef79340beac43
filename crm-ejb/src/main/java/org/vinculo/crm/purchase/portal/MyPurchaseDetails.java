package org.vinculo.crm.purchase.portal;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.vinculo.crm.purchase.PurchaseLineView;
import org.vinculo.crm.shared.Money;

/** A purchase with its lines as its customer sees it. */
public record MyPurchaseDetails(MyPurchase purchase, List<Line> lines) implements Serializable {

    public MyPurchaseDetails {
        lines = List.copyOf(lines);
    }

    /** A line; the name is the longer one where there are two. */
    public record Line(String name, BigDecimal quantity, BigDecimal unitPrice, BigDecimal discount, Money amount)
            implements Serializable {

        static Line of(PurchaseLineView line) {
            return new Line(
                    line.description() == null ? line.product() : line.description(),
                    line.quantity(),
                    line.unitPrice(),
                    line.discount(),
                    line.amount());
        }
    }
}
