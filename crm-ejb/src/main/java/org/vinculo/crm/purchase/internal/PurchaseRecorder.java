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
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.audit.FieldChange;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.party.SearchIndex;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.LineIdentity;
import org.vinculo.crm.purchase.PurchaseCorrection;
import org.vinculo.crm.purchase.PurchaseForm;
import org.vinculo.crm.purchase.entity.Purchase;
import org.vinculo.crm.purchase.entity.PurchaseLine;
import org.vinculo.crm.shared.Duplicate;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.PublicId;

/** Makes a purchase out of what somebody recorded; refuses with all errors at once. */
@ApplicationScoped
public class PurchaseRecorder {

    private static final int MOST_LINES = 500;
    private static final int LONGEST_TRACE = 3_500;
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

    @Inject
    PurchaseSums sums;

    @Inject
    AuditLog audit;

    /**
     * @throws InvalidInput with every error, the fields named as in the form
     * @throws Duplicate when the customer has a purchase with this document number
     */
    public Purchase record(CustomerRef customer, PurchaseForm form, DataOrigin origin) {
        Checked checked = check(form, origin);
        sums.hold(List.of(customer.id()));
        Purchase purchase = purchase(customer, checked, origin);
        store(customer, purchase);
        return purchase;
    }

    /**
     * Records that the customer gives back what they bought: amounts below zero, at most what is left of the sale.
     *
     * @throws InvalidInput with every error, the fields named as in the form
     * @throws Duplicate when the customer has a purchase with this document number
     */
    public Purchase giveBack(CustomerRef customer, Purchase sale, PurchaseForm form, DataOrigin origin) {
        Checked checked = check(form, origin);
        if (checked.on().isBefore(sale.getOn())) {
            throw InvalidInput.field("purchasedAt", "purchase.error.beforeSale", sale.getOn());
        }
        if (!checked.currency().equals(sale.getCurrency())) {
            throw InvalidInput.field("currency", "purchase.error.otherCurrency", sale.getCurrency());
        }
        sums.hold(List.of(customer.id()));
        store.hold(sale);
        BigDecimal back = checked.total().negate();
        BigDecimal left = left(sale);
        if (back.signum() <= 0) {
            throw InvalidInput.field("lines", "purchase.error.nothingBack");
        }
        if (back.compareTo(left) > 0) {
            throw InvalidInput.field("lines", "purchase.error.tooMuchBack", new Money(left, sale.getCurrency()));
        }
        Purchase purchase = purchase(customer, checked, origin);
        purchase.giveBack(sale);
        store(customer, purchase);
        return purchase;
    }

    /** What of a sale was not given back yet. */
    public BigDecimal left(Purchase sale) {
        return store.returnsOf(sale).stream().map(Purchase::getNetTotal).reduce(sale.getNetTotal(), BigDecimal::add);
    }

    /**
     * Puts in place what was written down wrongly.
     *
     * @throws InvalidInput with every error, the fields named as in the form
     * @throws Duplicate when the customer has another purchase with this document number
     */
    public void correct(CustomerRef customer, Purchase purchase, PurchaseCorrection correction, DataOrigin origin) {
        Checked checked = check(correction.form(), origin);
        sums.hold(List.of(customer.id()));
        requireBalance(purchase, checked);
        List<PurchaseLine> present = purchase.getLines();
        List<String> before = present.stream().map(PurchaseLine::words).toList();
        List<PurchaseLine> lines = new ArrayList<>();
        for (int i = 0; i < checked.lines().size(); i++) {
            Integer place = i < correction.before().size() ? correction.before().get(i) : null;
            boolean known = place != null && place >= 0 && place < present.size();
            lines.add(line(known ? present.get(place) : null, checked.lines().get(i)));
        }
        String key = LineIdentity.purchaseKey(checked.document(), checked.currency(), null);
        if (checked.document() != null && !key.equals(purchase.getPurchaseKey()) && store.hasKey(customer.id(), key)) {
            throw new Duplicate("documentNumber");
        }
        purchase.correct(checked.document(), checked.currency(), checked.at(), checked.on());
        purchase.soldThrough(checked.channel());
        purchase.replaceLines(lines);
        purchase.corrected(clock.instant());
        SearchIndex.remove(em, PurchaseRecords.KIND, List.of(purchase.getId()));
        SearchIndex.add(
                em, PurchaseRecords.KIND, PurchaseRecords.entry(purchase.getId(), customer.id(), checked.document()));
        tellLines(
                customer,
                purchase,
                before,
                lines.stream().map(PurchaseLine::words).toList());
        sums.follow(List.of(customer.id()));
    }

    /** What comes back stays less than what was bought, whichever of the two is corrected. */
    private void requireBalance(Purchase purchase, Checked checked) {
        store.hold(purchase);
        BigDecimal returned = left(purchase).subtract(purchase.getNetTotal());
        if (returned.signum() != 0 && checked.total().add(returned).signum() < 0) {
            throw InvalidInput.field(
                    "lines", "purchase.error.lessThanReturned", new Money(returned.negate(), purchase.getCurrency()));
        }
        store.find(purchase.getReturnOf() == null ? "" : purchase.getReturnOf()).ifPresent(sale -> {
            store.hold(sale);
            BigDecimal left = left(sale).subtract(purchase.getNetTotal());
            if (checked.total().add(left).signum() < 0) {
                throw InvalidInput.field("lines", "purchase.error.tooMuchBack", new Money(left, sale.getCurrency()));
            }
        });
    }

    private void tellLines(CustomerRef customer, Purchase purchase, List<String> before, List<String> after) {
        if (!before.equals(after)) {
            audit.record(new AuditEvent(
                    "changed",
                    "purchase",
                    purchase.getPublicId(),
                    customer.id(),
                    null,
                    List.of(new FieldChange("lines", shortened(before), shortened(after)))));
        }
    }

    private static String shortened(List<String> lines) {
        String all = String.join("; ", lines);
        return all.length() <= LONGEST_TRACE ? all : all.substring(0, LONGEST_TRACE - 1) + "…";
    }

    private static PurchaseLine line(PurchaseLine known, Amounts wanted) {
        PurchaseLine line = known;
        if (line == null) {
            line = new PurchaseLine(
                    new LineIdentity(PublicId.next()).key(1),
                    wanted.product(),
                    wanted.description(),
                    wanted.quantity(),
                    wanted.amount());
        } else {
            line.correct(wanted.product(), wanted.description(), wanted.quantity(), wanted.amount());
        }
        line.price(wanted.unitPrice(), wanted.discount(), wanted.cost());
        return line;
    }

    /** Takes a purchase out of the books. */
    public void remove(CustomerRef customer, Purchase purchase, String reason) {
        sums.hold(List.of(customer.id()));
        SearchIndex.remove(em, PurchaseRecords.KIND, List.of(purchase.getId()));
        audit.record(AuditEvent.about("purchase.cancelled", "purchase", purchase.getPublicId(), customer.id(), reason));
        em.remove(purchase);
        sums.follow(List.of(customer.id()));
    }

    /** What was entered, when nothing is wrong with it. */
    private record Checked(
            String document, String channel, String currency, Instant at, LocalDate on, List<Amounts> lines) {

        BigDecimal total() {
            return lines.stream().map(Amounts::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private Checked check(PurchaseForm form, DataOrigin origin) {
        List<FieldError> errors = new ArrayList<>();
        String document = line(form.documentNumber(), "documentNumber", 80, errors);
        String channel = line(form.channel(), "channel", 40, errors);
        String currency = currency(form, errors);
        if (form.at() == null && form.on() == null) {
            errors.add(FieldError.of("purchasedAt", "required"));
        } else if (origin == DataOrigin.STAFF && day(form).isAfter(today())) {
            errors.add(FieldError.of("purchasedAt", "purchase.error.future"));
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
        requireSums(amounts, form.lines(), errors);
        InvalidInput.throwIfAny(errors);
        LocalDate day = day(form);
        Instant at = form.at() == null ? day.atStartOfDay(settings.zone()).toInstant() : form.at();
        return new Checked(document, channel, currency, at, day, amounts);
    }

    /** All lines together are no more than one may be; the line that goes beyond is named. */
    private static void requireSums(List<Amounts> amounts, List<PurchaseForm.Line> lines, List<FieldError> errors) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal costs = BigDecimal.ZERO;
        for (int i = 0; i < amounts.size() && errors.isEmpty(); i++) {
            Amounts line = amounts.get(i);
            String path = "lines[" + i + "].";
            total = total.add(line.amount());
            costs = costs.add(line.cost() == null ? BigDecimal.ZERO : line.cost());
            within(total, path + (lines.get(i).amount() == null ? "unitPrice" : "amount"), errors);
            within(costs, path + "cost", errors);
        }
    }

    private static boolean within(BigDecimal value, String field, List<FieldError> errors) {
        if (value.precision() - (long) value.scale() <= 15 && value.abs().compareTo(LARGEST) <= 0) {
            return true;
        }
        errors.add(FieldError.of(field, "tooLarge", LARGEST.toPlainString()));
        return false;
    }

    private LocalDate day(PurchaseForm form) {
        return form.on() == null ? LocalDate.ofInstant(form.at(), settings.zone()) : form.on();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    private record Amounts(
            String product,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal discount,
            BigDecimal amount,
            BigDecimal cost) {}

    private Purchase purchase(CustomerRef customer, Checked checked, DataOrigin origin) {
        String document = checked.document();
        if (document != null
                && store.hasKey(customer.id(), LineIdentity.purchaseKey(document, checked.currency(), null))) {
            throw new Duplicate("documentNumber");
        }
        Purchase purchase = new Purchase(customer.id(), document, checked.currency(), checked.at(), checked.on());
        purchase.recorded(origin, clock.instant(), by());
        purchase.soldThrough(checked.channel());
        String reference = customer.externalId() == null ? customer.publicId() : customer.externalId();
        Map<String, Integer> equal = new HashMap<>();
        for (Amounts line : checked.lines()) {
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
        return purchase;
    }

    private void store(CustomerRef customer, Purchase purchase) {
        em.persist(purchase);
        SearchIndex.add(
                em,
                PurchaseRecords.KIND,
                PurchaseRecords.entry(purchase.getId(), customer.id(), purchase.getDocumentNumber()));
        PurchaseSums.Bought bought = new PurchaseSums.Bought(
                customer.id(), purchase.getCurrency(), purchase.getKind(), 1, purchase.getNetTotal(), purchase.getOn());
        sums.change(Map.of(), Map.of(purchase.getId(), bought));
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
        if (line.amount() == null && line.unitPrice() == null) {
            errors.add(FieldError.of(path + "amount", "required"));
        } else if (line.amount() == null && unitPrice != null) {
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
        return within(value, field, errors) ? scaled(value) : null;
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
