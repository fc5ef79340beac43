package org.vinculo.crm.purchase.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.party.SearchIndex;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.LineIdentity;
import org.vinculo.crm.purchase.PurchaseForm;
import org.vinculo.crm.purchase.entity.Purchase;
import org.vinculo.crm.purchase.entity.PurchaseLine;
import org.vinculo.crm.shared.Duplicate;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.PublicId;

/** Makes a purchase out of what somebody recorded; refuses with all errors at once. */
@ApplicationScoped
public class PurchaseRecorder {

    private static final int MOST_LINES = 500;
    private static final BigDecimal LARGEST = new BigDecimal("999999999999999");

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    CurrentCaller caller;

    @Inject
    PurchaseStore store;

    /**
     * @throws InvalidInput with every error, the fields named as in the form
     * @throws Duplicate when the customer has a purchase with this document number
     */
    public Purchase record(CustomerRef customer, PurchaseForm form, DataOrigin origin) {
        List<FieldError> errors = new ArrayList<>();
        String document = line(form.documentNumber(), "documentNumber", 80, errors);
        String channel = line(form.channel(), "channel", 40, errors);
        String currency = currency(form, errors);
        if (form.at() == null && form.on() == null) {
            errors.add(FieldError.of("purchasedAt", "required"));
        }
        if (form.lines().isEmpty()) {
            errors.add(FieldError.of("lines", "required"));
        }
        if (form.lines().size() > MOST_LINES) {
            errors.add(FieldError.of("lines", "tooLarge", MOST_LINES));
        }
        List<Amounts> amounts = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_LINES, form.lines().size()); i++) {
            amounts.add(amounts(form.lines().get(i), "lines[" + i + "].", errors));
        }
        InvalidInput.throwIfAny(errors);
        return store(customer, form, document, channel, currency, amounts, origin);
    }

    private record Amounts(
            String product,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal discount,
            BigDecimal amount,
            BigDecimal cost) {}

    private Purchase store(
            CustomerRef customer,
            PurchaseForm form,
            String document,
            String channel,
            String currency,
            List<Amounts> amounts,
            DataOrigin origin) {
        LocalDate day = form.on() == null ? LocalDate.ofInstant(form.at(), settings.zone()) : form.on();
        Instant at = form.at() == null ? day.atStartOfDay(settings.zone()).toInstant() : form.at();
        if (document != null && store.hasKey(customer.id(), LineIdentity.purchaseKey(document, currency, null))) {
            throw new Duplicate("documentNumber");
        }
        Purchase purchase = new Purchase(customer.id(), document, currency, at, day);
        purchase.recorded(origin, clock.instant(), by());
        purchase.soldThrough(channel);
        String reference = customer.externalId() == null ? customer.publicId() : customer.externalId();
        Map<String, Integer> equal = new HashMap<>();
        for (Amounts line : amounts) {
            // Without a document number two equal purchases are two deeds, so the key is unique by chance.
            LineIdentity identity = document == null
                    ? new LineIdentity(PublicId.next())
                    : LineIdentity.ofDocument(reference, document, line.product());
            int n = equal.merge(identity.text(), 1, Integer::sum);
            PurchaseLine stored = new PurchaseLine(
                    identity.key(n), line.product(), line.description(), line.quantity(), line.amount());
            stored.price(line.unitPrice(), line.discount(), line.cost());
            purchase.add(stored);
        }
        em.persist(purchase);
        SearchIndex.add(em, PurchaseRecords.KIND, PurchaseRecords.entry(purchase.getId(), customer.id(), document));
        return purchase;
    }

    private String by() {
        String name = caller.get().name();
        return name == null ? "-" : name;
    }

    private String currency(PurchaseForm form, List<FieldError> errors) {
        String code = form.currency() == null || form.currency().isBlank()
                ? settings.get(Setting.CURRENCY)
                : form.currency().strip().toUpperCase(Locale.ROOT);
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(each -> each.getCurrencyCode().equals(code));
        if (!known) {
            errors.add(FieldError.of("currency", "currency"));
        }
        return code;
    }

    private static Amounts amounts(PurchaseForm.Line line, String path, List<FieldError> errors) {
        BigDecimal quantity = number(line.quantity(), path + "quantity", errors);
        BigDecimal unitPrice = number(line.unitPrice(), path + "unitPrice", errors);
        BigDecimal discount = number(line.discount(), path + "discount", errors);
        BigDecimal amount = number(line.amount(), path + "amount", errors);
        BigDecimal pieces = quantity == null ? BigDecimal.ONE : quantity;
        if (amount == null && unitPrice == null) {
            errors.add(FieldError.of(path + "amount", "required"));
        } else if (amount == null) {
            BigDecimal full = pieces.multiply(unitPrice);
            amount = scaled(discount == null ? full : full.subtract(discount));
        }
        return new Amounts(
                line(line.product(), path + "product", 200, errors),
                line(line.description(), path + "description", 200, errors),
                pieces,
                unitPrice,
                discount,
                amount,
                number(line.cost(), path + "cost", errors));
    }

    private static BigDecimal number(BigDecimal value, String field, List<FieldError> errors) {
        if (value == null) {
            return null;
        }
        // The exponent is looked at first: expanding 1e999999999 or 1e-999999999 would take all memory.
        if (value.scale() > 40) {
            errors.add(FieldError.of(field, "number"));
            return null;
        }
        if (value.precision() - (long) value.scale() > 15 || value.abs().compareTo(LARGEST) > 0) {
            errors.add(FieldError.of(field, "tooLarge", LARGEST.toPlainString()));
            return null;
        }
        return scaled(value);
    }

    private static BigDecimal scaled(BigDecimal value) {
        return value.setScale(4, RoundingMode.HALF_EVEN);
    }

    private static String line(String text, String field, int longest, List<FieldError> errors) {
        String clean = Normal.line(text);
        if (clean != null && clean.length() > longest) {
            errors.add(FieldError.of(field, "tooLong", longest));
            return null;
        }
        return clean;
    }
}
