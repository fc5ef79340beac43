package org.vinculo.crm.backoffice.purchases;

import java.io.Serializable;
import java.math.BigDecimal;
import org.vinculo.crm.purchase.PurchaseForm;
import org.vinculo.crm.purchase.PurchaseLineView;

/** A line while somebody writes it down. */
public class LineDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Integer place;
    private String product;
    private String description;
    private BigDecimal quantity;
    private BigDecimal unitPrice;
    private BigDecimal discount;
    private BigDecimal amount;
    private BigDecimal cost;

    LineDraft() {
        place = null;
        quantity = BigDecimal.ONE;
    }

    LineDraft(Integer place, PurchaseLineView line) {
        this.place = place;
        product = line.product();
        description = line.description();
        quantity = plain(line.quantity());
        unitPrice = plain(line.unitPrice());
        discount = plain(line.discount());
        cost = plain(line.cost());
        amount = isComputed(line) ? null : plain(line.amount().amount());
    }

    /** An amount that follows from the rest is left to be computed, so that it follows what is changed. */
    private static boolean isComputed(PurchaseLineView line) {
        if (line.unitPrice() == null) {
            return false;
        }
        BigDecimal full = line.quantity().multiply(line.unitPrice());
        BigDecimal net = line.discount() == null ? full : full.subtract(line.discount());
        return net.compareTo(line.amount().amount()) == 0;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /** The line as it is sent; what is given back is below zero. */
    PurchaseForm.Line line(boolean back) {
        return new PurchaseForm.Line(
                product,
                description,
                signed(quantity, back),
                unitPrice,
                signed(discount, back),
                signed(amount, back),
                signed(cost, back));
    }

    private static BigDecimal signed(BigDecimal number, boolean back) {
        return number != null && back ? number.negate() : number;
    }

    /** Where the line stands in the purchase that is corrected, or null for a new one. */
    Integer getPlace() {
        return place;
    }

    public String getProduct() {
        return product;
    }

    public void setProduct(String product) {
        this.product = product;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public BigDecimal getQuantity() {
        return quantity;
    }

    public void setQuantity(BigDecimal quantity) {
        this.quantity = quantity;
    }

    public BigDecimal getUnitPrice() {
        return unitPrice;
    }

    public void setUnitPrice(BigDecimal unitPrice) {
        this.unitPrice = unitPrice;
    }

    public BigDecimal getDiscount() {
        return discount;
    }

    public void setDiscount(BigDecimal discount) {
        this.discount = discount;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public BigDecimal getCost() {
        return cost;
    }

    public void setCost(BigDecimal cost) {
        this.cost = cost;
    }
}
