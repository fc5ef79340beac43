package org.vinculo.crm.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.purchase.ImportedLine;
import org.vinculo.crm.purchase.LineIdentity;
import org.vinculo.crm.purchase.PurchaseImport;

/** Writes purchases of a test into the tables, many at a time. */
public final class Bought {

    private static final PurchaseImport.Source FILE =
            new PurchaseImport.Source(DataOrigin.IMPORT, "import", true, false);
    private static final int AT_ONCE = 500;

    private final PurchaseImport purchases;
    private final List<ImportedLine> lines = new ArrayList<>();

    public Bought(PurchaseImport purchases) {
        this.purchases = purchases;
    }

    /** A line of one piece. */
    public Bought line(long customer, String document, LocalDate day, String product, String amount) {
        return line(customer, document, day, product, null, amount, null, null, false);
    }

    public Bought line(
            long customer,
            String document,
            LocalDate day,
            String product,
            String name,
            String amount,
            String discount,
            String cost,
            boolean cancelled) {
        lines.add(new ImportedLine(
                customer,
                LineIdentity.ofDocument("c" + customer, document, product).key(1),
                document,
                day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                day,
                "BRL",
                "PORTAL",
                cancelled,
                product,
                name,
                BigDecimal.ONE,
                new BigDecimal(amount),
                discount == null ? null : new BigDecimal(discount),
                new BigDecimal(amount),
                cost == null ? null : new BigDecimal(cost)));
        return this;
    }

    /** A sale with one piece of each product. */
    public Bought basket(long customer, String document, LocalDate day, List<String> products) {
        products.forEach(product -> line(customer, document, day, product, "10.00"));
        return this;
    }

    public void write() {
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            purchases.write(lines.subList(from, Math.min(lines.size(), from + AT_ONCE)), FILE);
        }
        lines.clear();
    }
}
