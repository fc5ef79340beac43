package org.vinculo.crm.purchase;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;

/** What a correction may change of a line. */
public record LineState(
        String product,
        String description,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal discount,
        BigDecimal amount,
        BigDecimal cost)
        implements Serializable {

    public static LineState of(ImportedLine line) {
        return new LineState(
                line.product(),
                line.description(),
                line.quantity(),
                line.unitPrice(),
                line.discount(),
                line.amount(),
                line.cost());
    }

    /** This state, with what it leaves out taken from the other: a file without a column says nothing about it. */
    LineState orElse(LineState other) {
        return new LineState(
                product == null ? other.product : product,
                description == null ? other.description : description,
                quantity,
                unitPrice == null ? other.unitPrice : unitPrice,
                discount == null ? other.discount : discount,
                amount,
                cost == null ? other.cost : cost);
    }

    /** Whether both say the same; 1.5 and 1.5000 do. */
    boolean sameAs(LineState other) {
        return Objects.equals(product, other.product)
                && Objects.equals(description, other.description)
                && same(quantity, other.quantity)
                && same(unitPrice, other.unitPrice)
                && same(discount, other.discount)
                && same(amount, other.amount)
                && same(cost, other.cost);
    }

    private static boolean same(BigDecimal a, BigDecimal b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.compareTo(b) == 0;
    }
}
