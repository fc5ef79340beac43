package org.vinculo.crm.purchase.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.vinculo.crm.purchase.PurchaseExport;
import org.vinculo.crm.purchase.PurchaseLineView;
import org.vinculo.crm.shared.BaseEntity;
import org.vinculo.crm.shared.Money;

/** One thing of a purchase. */
@Entity
@Table(name = "purchase_line")
public class PurchaseLine extends BaseEntity {

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "purchase_id", nullable = false, updatable = false)
    private Purchase purchase;

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Column(name = "row_key", nullable = false, updatable = false, length = 22)
    private String rowKey;

    @Column(name = "product", length = 200)
    private String product;

    @Column(name = "description", length = 200)
    private String description;

    @Column(name = "quantity", nullable = false, precision = 19, scale = 4)
    private BigDecimal quantity;

    @Column(name = "unit_price", precision = 19, scale = 4)
    private BigDecimal unitPrice;

    @Column(name = "discount", precision = 19, scale = 4)
    private BigDecimal discount;

    @Column(name = "amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal amount;

    @Column(name = "cost", precision = 19, scale = 4)
    private BigDecimal cost;

    protected PurchaseLine() {}

    public PurchaseLine(String rowKey, String product, String description, BigDecimal quantity, BigDecimal amount) {
        this.rowKey = rowKey;
        this.product = product;
        this.description = description;
        this.quantity = quantity;
        this.amount = amount;
    }

    public void price(BigDecimal newUnitPrice, BigDecimal newDiscount, BigDecimal newCost) {
        unitPrice = newUnitPrice;
        discount = newDiscount;
        cost = newCost;
    }

    /** What the line should have said; it stays the line that it is when it comes again. */
    public void correct(String newProduct, String newDescription, BigDecimal newQuantity, BigDecimal newAmount) {
        product = newProduct;
        description = newDescription;
        quantity = newQuantity;
        amount = newAmount;
    }

    /** The line for the audit trail. */
    public String words() {
        String what = product == null ? description : product;
        return (what == null ? "" : what + " ") + plain(quantity) + " × " + plain(amount)
                + (cost == null ? "" : " (" + plain(cost) + ")");
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    void belongTo(Purchase newPurchase) {
        purchase = newPurchase;
        customerId = newPurchase.getCustomerId();
    }

    PurchaseLineView view(String currency) {
        return new PurchaseLineView(
                product, description, quantity, unitPrice, discount, new Money(amount, currency), cost);
    }

    /** The line with what its purchase says. */
    public PurchaseExport.Line exported() {
        return new PurchaseExport.Line(
                getId(),
                customerId,
                rowKey,
                purchase.getDocumentNumber(),
                purchase.getAt(),
                purchase.getOn(),
                purchase.getCurrency(),
                purchase.getChannel(),
                product,
                description,
                quantity,
                unitPrice,
                discount,
                amount,
                cost);
    }

    public Purchase getPurchase() {
        return purchase;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public String getRowKey() {
        return rowKey;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public BigDecimal getDiscount() {
        return discount;
    }

    public BigDecimal getCost() {
        return cost;
    }
}
