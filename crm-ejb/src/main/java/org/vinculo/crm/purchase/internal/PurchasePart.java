package org.vinculo.crm.purchase.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Badge;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.CustomerAction;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.Figure;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Tab;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.party.TimelineEntry;
import org.vinculo.crm.party.TimelineGroup;
import org.vinculo.crm.party.Tone;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.PurchaseFigures;
import org.vinculo.crm.purchase.PurchaseView;
import org.vinculo.crm.purchase.entity.Purchase;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.Texts;

/** What a customer bought on the page that tells the customer's story. */
@ApplicationScoped
public class PurchasePart implements Customer360Part {

    private static final String TAB = "purchases";

    @Inject
    PurchaseStore store;

    @Inject
    CurrentCaller caller;

    @Inject
    Settings settings;

    @Inject
    Customers customers;

    @Override
    public String source() {
        return "purchase";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public TimelineGroup group() {
        return TimelineGroup.MONEY;
    }

    @Override
    public List<Figure> figures(long customerId) {
        if (!caller.has(Permission.PURCHASE_VIEW)) {
            return List.of();
        }
        PurchaseFigures figures = store.figures(customerId);
        if (figures.isEmpty()) {
            return List.of(new Figure(
                    "purchases",
                    Phrase.of("purchase.figure.total"),
                    Phrase.of("purchase.figure.none"),
                    null,
                    Tone.NEUTRAL,
                    TAB));
        }
        List<Figure> all = new ArrayList<>();
        for (Money total :
                figures.totals().subList(0, Math.min(2, figures.totals().size()))) {
            all.add(new Figure(
                    "purchaseTotal" + total.currency(),
                    Phrase.of("purchase.figure.total"),
                    Phrase.value(total),
                    Phrase.of("purchase.figure.count", figures.count(), figures.returns()),
                    Tone.NEUTRAL,
                    TAB));
        }
        if (figures.last() != null) {
            all.add(new Figure(
                    "lastPurchase",
                    Phrase.of("purchase.figure.last"),
                    Phrase.value(figures.last()),
                    Phrase.of("purchase.figure.first", figures.first()),
                    Tone.NEUTRAL,
                    TAB));
        }
        return all;
    }

    @Override
    public List<TimelineEntry> timeline(long customerId, TimelineCursor before, int limit) {
        if (!caller.has(Permission.PURCHASE_VIEW)) {
            return List.of();
        }
        return store.before(customerId, before.at(), before.idBelow(source()), limit).stream()
                .map(this::entry)
                .toList();
    }

    private TimelineEntry entry(Purchase purchase) {
        PurchaseView view = purchase.view();
        String what = view.isReturn() ? "purchase.timeline.return" : "purchase.timeline.sale";
        Phrase title =
                view.documentNumber() == null ? Phrase.of(what) : Phrase.of(what + "Document", view.documentNumber());
        List<Phrase> details = new ArrayList<>();
        if (view.lines() > 1) {
            details.add(Phrase.of("purchase.timeline.lines", view.lines()));
        }
        if (view.channel() != null) {
            details.add(channel(view.channel()));
        }
        boolean onlyDay =
                view.at().equals(view.on().atStartOfDay(settings.zone()).toInstant());
        return new TimelineEntry(
                view.at(),
                onlyDay ? view.on() : null,
                source(),
                purchase.getId(),
                view.publicId(),
                "purchase",
                "sales",
                view.isReturn() ? Tone.CAUTION : Tone.POSITIVE,
                title,
                details,
                null,
                view.isReturn() ? new Badge("return", Phrase.of("purchase.kind.RETURN"), Tone.CAUTION) : null,
                Phrase.value(view.total()));
    }

    /** The channel in words; a company may have channels of its own, which are what they are. */
    private static Phrase channel(String code) {
        String key = "party.channel." + code;
        return Texts.has(Texts.LOCALES.get(0), key) ? Phrase.of(key) : Phrase.value(code);
    }

    @Override
    public List<CustomerAction> actions(CustomerRef customer) {
        return customers.reaches(customer.id(), Permission.PURCHASE_EDIT)
                ? List.of(new CustomerAction("newPurchase", Phrase.of("purchase.list.new"), "sales", "/purchases/new"))
                : List.of();
    }

    @Override
    public Optional<Tab> tab(long customerId) {
        if (!caller.has(Permission.PURCHASE_VIEW)) {
            return Optional.of(new Tab(TAB, Phrase.of("purchase.tab"), null, null));
        }
        PurchaseFigures figures = store.figures(customerId);
        return Optional.of(new Tab(
                TAB,
                Phrase.of("purchase.tab"),
                figures.count() + figures.returns(),
                "/WEB-INF/customers/purchases-tab.xhtml"));
    }
}
