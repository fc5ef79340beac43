package org.vinculo.crm.purchase.entity;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.purchase.LineIdentity;
import org.vinculo.crm.purchase.PurchaseDetails;
import org.vinculo.crm.purchase.PurchaseKind;
import org.vinculo.crm.purchase.PurchaseView;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.PublicEntity;
import org.vinculo.crm.shared.PublicId;

/** A document with what a customer bought or gave back. Its totals are the sums of its lines. */
@Entity
@Audited(
        name = "purchase",
        customer = "customerId",
        ignore = {"purchaseKey", "customerId", "returnOf", "correctedAt", "recordedAt", "recordedBy"})
@Table(name = "purchase")
public class Purchase extends PublicEntity {

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Column(name = "purchase_key", nullable = false, length = 100)
    private String purchaseKey;

    @Column(name = "document_number", length = 80)
    private String documentNumber;

    @Column(name = "purchased_at", nullable = false)
    private Instant at;

    @Column(name = "purchased_on", nullable = false)
    private LocalDate on;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 10)
    private PurchaseKind kind = PurchaseKind.SALE;

    @Column(name = "cancelled", nullable = false)
    private boolean cancelled;

    @Column(name = "channel", length = 40)
    private String channel;

    @Column(name = "currency", nullable = false, length = 3)
    private String currency;

    @Column(name = "net_total", nullable = false, precision = 19, scale = 4)
    private BigDecimal netTotal = BigDecimal.ZERO;

    @Column(name = "cost_total", precision = 19, scale = 4)
    private BigDecimal costTotal;

    @Column(name = "discount_total", precision = 19, scale = 4)
    private BigDecimal discountTotal;

    @Column(name = "line_count", nullable = false)
    private int lineCount;

    @Column(name = "return_of", length = 22, updatable = false)
    private String returnOf;

    @Enumerated(EnumType.STRING)
    @Column(name = "origin", nullable = false, length = 20)
    private DataOrigin origin;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false, length = 200)
    private String recordedBy;

    @Column(name = "corrected_at")
    private Instant correctedAt;

    @OneToMany(mappedBy = "purchase", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<PurchaseLine> lines = new ArrayList<>();

    protected Purchase() {}

    public Purchase(long customerId, String documentNumber, String currency, Instant at, LocalDate on) {
        this.customerId = customerId;
        this.documentNumber = documentNumber;
        this.currency = currency;
        this.at = at;
        this.on = on;
    }

    public void recorded(DataOrigin from, Instant when, String by) {
        origin = from;
        recordedAt = when;
        recordedBy = by;
    }

    public void soldThrough(String newChannel) {
        channel = newChannel;
    }

    /** Makes this what was given back of a sale. */
    public void giveBack(Purchase sale) {
        returnOf = sale.getPublicId();
    }

    /** Another document, day or currency than was written down. */
    public void correct(String newDocument, String newCurrency, Instant newAt, LocalDate newOn) {
        if (!Objects.equals(documentNumber, newDocument) || !currency.equals(newCurrency)) {
            documentNumber = newDocument;
            currency = newCurrency;
            purchaseKey = LineIdentity.purchaseKey(newDocument, newCurrency, PublicId.next());
        }
        at = newAt;
        on = newOn;
    }

    /** Notes the moment, also when nothing but the words of a line changed. */
    public void corrected(Instant when) {
        correctedAt = when;
    }

    /** Puts these lines in the place of all others, some of them the same ones as before. */
    public void replaceLines(List<PurchaseLine> newLines) {
        lines.retainAll(newLines);
        newLines.stream().filter(line -> !lines.contains(line)).forEach(line -> {
            line.belongTo(this);
            lines.add(line);
        });
        netTotal = BigDecimal.ZERO;
        costTotal = null;
        discountTotal = null;
        lines.forEach(this::count);
    }

    public void add(PurchaseLine line) {
        line.belongTo(this);
        lines.add(line);
        count(line);
    }

    private void count(PurchaseLine line) {
        lineCount = lines.size();
        netTotal = netTotal.add(line.getAmount());
        if (line.getCost() != null) {
            costTotal = costTotal == null ? line.getCost() : costTotal.add(line.getCost());
        }
        if (line.getDiscount() != null) {
            discountTotal = discountTotal == null ? line.getDiscount() : discountTotal.add(line.getDiscount());
        }
        kind = PurchaseKind.of(cancelled, netTotal);
        if (purchaseKey == null) {
            purchaseKey = LineIdentity.purchaseKey(documentNumber, currency, line.getRowKey());
        }
    }

    public PurchaseView view() {
        return new PurchaseView(
                getPublicId(),
                documentNumber,
                at,
                on,
                kind,
                channel,
                new Money(netTotal, currency),
                costTotal,
                lineCount,
                origin);
    }

    public PurchaseDetails details(String customerPublicId) {
        return new PurchaseDetails(
                view(),
                customerPublicId,
                lines.stream().map(line -> line.view(currency)).toList(),
                recordedAt,
                recordedBy,
                getVersion());
    }

    public Long getCustomerId() {
        return customerId;
    }

    public Instant getAt() {
        return at;
    }

    public PurchaseKind getKind() {
        return kind;
    }

    public BigDecimal getNetTotal() {
        return netTotal;
    }

    public List<PurchaseLine> getLines() {
        return List.copyOf(lines);
    }

    public String getDocumentNumber() {
        return documentNumber;
    }

    public LocalDate getOn() {
        return on;
    }

    public String getCurrency() {
        return currency;
    }

    /** Public id of the sale that this gives back, or null. */
    public String getReturnOf() {
        return returnOf;
    }

    public String getPurchaseKey() {
        return purchaseKey;
    }

    public String getChannel() {
        return channel;
    }
}
