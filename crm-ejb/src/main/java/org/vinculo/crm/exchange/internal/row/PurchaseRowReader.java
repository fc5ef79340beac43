package org.vinculo.crm.exchange.internal.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.match.ImportPlan;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.PublicId;

/** Understands the records of a file of purchases. */
public final class PurchaseRowReader {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final ImportPlan plan;
    private final LocalDate today;

    /** @param today the day against which dates are judged */
    public PurchaseRowReader(ImportPlan plan, LocalDate today) {
        this.plan = plan;
        this.today = today;
    }

    public Parsed<PurchaseRow> read(SourceRow source) {
        Cells cells = new Cells(plan, today, source);
        if (cells.isBroken()) {
            return new Parsed<>(source.line(), null, cells.faults());
        }
        String ref = cells.required(ImportField.CUSTOMER_REF);
        Cells.When when = when(cells);
        String document = cells.text(ImportField.DOCUMENT_NUMBER);
        BigDecimal discount = cells.number(ImportField.DISCOUNT);
        BigDecimal unitPrice = cells.number(ImportField.UNIT_PRICE);
        BigDecimal quantity = cells.number(ImportField.QUANTITY);
        quantity = quantity == null ? BigDecimal.ONE.setScale(4) : quantity;
        BigDecimal amount = amount(cells, quantity, unitPrice, discount);
        PurchaseRow row = new PurchaseRow(
                lineKey(cells),
                Normal.reference(ref),
                cells.text(ImportField.CUSTOMER_NAME),
                when == null ? null : when.at(),
                when == null ? null : when.day(),
                document,
                quantity,
                unitPrice,
                discount,
                amount,
                cells.number(ImportField.COST),
                currency(cells),
                cells.text(ImportField.PRODUCT),
                cells.text(ImportField.DESCRIPTION),
                cells.text(ImportField.CHANNEL),
                isCancelled(document));
        return cells.faults().isEmpty()
                ? new Parsed<>(source.line(), row, List.of())
                : new Parsed<>(source.line(), null, cells.faults());
    }

    /** The key under which our own export names a line; anything else tells nothing. */
    private static String lineKey(Cells cells) {
        String key = cells.text(ImportField.LINE_KEY);
        return PublicId.isWellFormed(key) ? key : null;
    }

    private static Cells.When when(Cells cells) {
        int before = cells.faults().size();
        Cells.When when = cells.when(ImportField.PURCHASED_AT);
        if (when == null && cells.faults().size() == before) {
            cells.fault(ImportField.PURCHASED_AT, "required");
        }
        return when;
    }

    private BigDecimal amount(Cells cells, BigDecimal quantity, BigDecimal unitPrice, BigDecimal discount) {
        int before = cells.faults().size();
        BigDecimal given = cells.number(ImportField.AMOUNT);
        if (given != null || cells.faults().size() > before) {
            return given;
        }
        if (unitPrice != null) {
            BigDecimal full = quantity.multiply(unitPrice);
            BigDecimal net = discount == null ? full : full.subtract(discount);
            return cells.held(ImportField.UNIT_PRICE, net);
        }
        boolean priceUnreadable = cells.faults().stream()
                .anyMatch(fault -> fault.field().equals(ImportField.UNIT_PRICE.code())
                        || fault.field().equals(ImportField.QUANTITY.code()));
        if (!priceUnreadable) {
            cells.fault(
                    plan.columns().containsKey(ImportField.AMOUNT) ? ImportField.AMOUNT : ImportField.UNIT_PRICE,
                    "required");
        }
        return null;
    }

    private String currency(Cells cells) {
        String given = cells.text(ImportField.CURRENCY);
        if (given == null) {
            return plan.currency();
        }
        String code = given.toUpperCase(Locale.ROOT);
        if (!CURRENCIES.contains(code)) {
            cells.fault(ImportField.CURRENCY, "currency");
        }
        return code;
    }

    private boolean isCancelled(String document) {
        String prefix = plan.profile().cancelPrefix();
        return document != null && prefix != null && document.startsWith(prefix);
    }
}
