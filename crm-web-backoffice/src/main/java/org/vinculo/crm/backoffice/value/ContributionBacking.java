package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.purchase.PurchaseRows;
import org.vinculo.crm.purchase.PurchaseView;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.ContributionService;
import org.vinculo.crm.value.ContributionView;
import org.vinculo.crm.value.PathChoiceView;
import org.vinculo.crm.value.PathPlan;
import org.vinculo.crm.value.PathView;
import org.vinculo.crm.value.PricedContact;
import org.vinculo.crm.value.WaterfallStep;

/** What a customer brought and took over a window, the rows behind it, and what would turn it around. */
@Named
@ViewScoped
public class ContributionBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<WaterfallStep> ALWAYS = EnumSet.of(
            WaterfallStep.SALES,
            WaterfallStep.DISCOUNTS,
            WaterfallStep.RETURNS,
            WaterfallStep.COST_OF_GOODS,
            WaterfallStep.CHANNELS);
    private static final Set<WaterfallStep> OF_PURCHASES = EnumSet.of(
            WaterfallStep.SALES, WaterfallStep.DISCOUNTS, WaterfallStep.RETURNS, WaterfallStep.COST_OF_GOODS);
    private static final String WITHOUT_COST = PurchaseRows.WITHOUT_COST.name();
    private static final int PERCENT = 100;

    @EJB
    private ContributionService contributions;

    @EJB
    private CustomerService customers;

    @Inject
    private Viewer viewer;

    @Inject
    private transient Feedback feedback;

    private String id;
    private String fromText;
    private String untilText;
    private String shown;
    private String channel;
    private CustomerDetails customer;
    private ContributionView view;
    private PathView path;
    private PathChoiceView choice;
    private String note;
    private Waterfall chart;
    private BigDecimal callsMoved = BigDecimal.valueOf(40);
    private BigDecimal monthlyFee = BigDecimal.ZERO;
    private BigDecimal smallestOrder = BigDecimal.ZERO;
    private BigDecimal accepted = BigDecimal.valueOf(80);

    private final LazyTable<PurchaseView> purchases = LazyTable.of(
            request -> contributions.purchases(id, view.from(), view.until(), wanted(), request),
            PurchaseView::publicId);

    private final LazyTable<PricedContact> contacts = LazyTable.of(
            request -> contributions.contacts(id, talkedBy(), view.from(), view.until(), request),
            row -> row.contact().publicId());

    public void load() {
        view = contributions.contribution(id, day(fromText), day(untilText));
        customer = customers.get(id);
        chart = draw();
        choice = contributions.choice(id).orElse(null);
        simulate();
        if (path != null && choice == null && path.before() >= 0 && !view.isBelowZero()) {
            path = null;
        }
    }

    /** A day as the address has it; what is none counts as not given. */
    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    public void simulate() {
        path = contributions.path(id, plan()).orElse(null);
    }

    private PathPlan plan() {
        return new PathPlan(
                callsMoved.doubleValue() / PERCENT,
                monthlyFee.doubleValue(),
                smallestOrder.doubleValue(),
                accepted.doubleValue() / PERCENT);
    }

    public String choose() {
        String customerId = id;
        contributions.choose(customerId, plan(), note);
        feedback.done(() -> PlanUndo.giveUp(customerId), "contribution.path.chosen");
        return again();
    }

    public String giveUp() {
        String customerId = id;
        String ended = contributions.giveUp(customerId);
        feedback.done(() -> PlanUndo.goOn(customerId, ended), "contribution.path.givenUp");
        return again();
    }

    private String again() {
        return "/customers/contribution?faces-redirect=true&id=" + id;
    }

    /** What was decided, measure by measure. */
    public List<String> getMeasures() {
        List<String> measures = new ArrayList<>();
        PathPlan chosen = choice.plan();
        if (chosen.callsMoved() > 0) {
            measures.add(
                    text("contribution.path.measure.calls", viewer.getFormat().percent(chosen.callsMoved(), 0)));
        }
        if (chosen.monthlyFee() > 0) {
            measures.add(text("contribution.path.measure.fee", priceText(chosen.monthlyFee())));
        }
        if (chosen.smallestOrder() > 0) {
            measures.add(text("contribution.path.measure.order", priceText(chosen.smallestOrder())));
        }
        if (measures.isEmpty()) {
            measures.add(text("contribution.path.measure.none"));
        }
        return measures;
    }

    public PathChoiceView getChoice() {
        return choice;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    private Waterfall draw() {
        List<Waterfall.Amount> amounts = new ArrayList<>();
        for (ContributionView.Step step : getSteps()) {
            amounts.add(new Waterfall.Amount(
                    text("contribution.short." + step.step()),
                    viewer.getFormat().number(step.change().amount(), 0),
                    step.change().amount().doubleValue(),
                    step.step() == WaterfallStep.SALES));
        }
        amounts.add(new Waterfall.Amount(
                text("contribution.short.RESULT"),
                viewer.getFormat().number(view.value().amount(), 0),
                view.value().amount().doubleValue(),
                true));
        return Waterfall.of(amounts);
    }

    /** The steps that say something. */
    public List<ContributionView.Step> getSteps() {
        return view.steps().stream()
                .filter(step ->
                        ALWAYS.contains(step.step()) || step.change().amount().signum() != 0)
                .toList();
    }

    public String getTitle() {
        return text("contribution.view.title", customer.ref().name());
    }

    public String getLead() {
        return text(
                "contribution.view.lead",
                viewer.getFormat().date(view.from()),
                viewer.getFormat().date(view.until()));
    }

    /** What the chart shows, in a sentence. */
    public String getFinding() {
        return text(
                view.isBelowZero() ? "contribution.view.below" : "contribution.view.above",
                customer.ref().name(),
                viewer.getFormat().money(view.value()));
    }

    public String getChartTitle() {
        return text("contribution.view.chartOf", customer.ref().name(), view.currency());
    }

    public String getLeftOut() {
        return view.leftOut().stream().map(viewer.getFormat()::money).collect(Collectors.joining(", "));
    }

    public String getCallsHelp() {
        return path.sufficientShare() == null
                ? text(
                        "contribution.path.callsHelp",
                        priceText(path.callPrice().doubleValue()),
                        priceText(path.portalPrice().doubleValue()))
                : text(
                        "contribution.path.callsEnough",
                        priceText(path.callPrice().doubleValue()),
                        priceText(path.portalPrice().doubleValue()),
                        viewer.getFormat().percent(path.sufficientShare(), 0));
    }

    public String getOrderHelp() {
        return text("contribution.path.orderHelp", priceText(path.typicalOrder()));
    }

    public String amount(double value) {
        return viewer.getFormat().money(money(value));
    }

    public String signed(double value) {
        return (value > 0 ? "+" : "") + viewer.getFormat().money(money(value));
    }

    private String priceText(double value) {
        return viewer.getFormat().money(money(value));
    }

    private Money money(double value) {
        return new Money(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN), view.currency());
    }

    /** Whether the rows behind a step can be shown to the viewer. */
    public boolean opens(WaterfallStep step) {
        return OF_PURCHASES.contains(step) && viewer.permits("purchase.view")
                || step == WaterfallStep.CHANNELS && viewer.permits("interaction.view");
    }

    public String rowsLink(WaterfallStep step) {
        return rowsLink(step.name(), step == WaterfallStep.CHANNELS ? "#talks" : "#rows");
    }

    private String rowsLink(String rows, String anchor) {
        return "contribution?id=" + id + "&from=" + view.from() + "&until=" + view.until() + "&rows=" + rows + anchor;
    }

    /** The sales whose cost is not known; null where the viewer sees no purchases. */
    public String getWithoutCostLink() {
        return viewer.permits("purchase.view") ? rowsLink(WITHOUT_COST, "#rows") : null;
    }

    private PurchaseRows wanted() {
        if (WaterfallStep.RETURNS.name().equals(shown)) {
            return PurchaseRows.RETURNS;
        }
        return WITHOUT_COST.equals(shown) ? PurchaseRows.WITHOUT_COST : PurchaseRows.SALES;
    }

    /** The conversations behind the number of contacts of a channel. */
    public String talksLink(Channel of) {
        return "contribution?id=" + id + "&from=" + view.from() + "&until=" + view.until() + "&rows="
                + WaterfallStep.CHANNELS + "&channel=" + of + "#talks";
    }

    /** The channel as the address has it; what is none counts as not given. */
    private Channel talkedBy() {
        return Arrays.stream(Channel.values())
                .filter(each -> each.name().equals(channel))
                .findFirst()
                .orElse(null);
    }

    public String getTalksTitle() {
        Channel of = talkedBy();
        return of == null
                ? text("contribution.rows.CHANNELS")
                : text("contribution.rows.channel", text("party.channel." + of));
    }

    public boolean isPurchasesShown() {
        return WITHOUT_COST.equals(shown) && viewer.permits("purchase.view")
                || OF_PURCHASES.stream().anyMatch(step -> step.name().equals(shown) && opens(step));
    }

    public boolean isContactsShown() {
        return WaterfallStep.CHANNELS.name().equals(shown) && opens(WaterfallStep.CHANNELS);
    }

    private String text(String key, Object... args) {
        return Texts.text(viewer.getLocale(), key, args);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getFromText() {
        return fromText;
    }

    public void setFromText(String fromText) {
        this.fromText = fromText;
    }

    public String getUntilText() {
        return untilText;
    }

    public void setUntilText(String untilText) {
        this.untilText = untilText;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public String getShown() {
        return shown;
    }

    public void setShown(String shown) {
        this.shown = shown;
    }

    public CustomerDetails getCustomer() {
        return customer;
    }

    public ContributionView getView() {
        return view;
    }

    public PathView getPath() {
        return path;
    }

    public Waterfall getChart() {
        return chart;
    }

    public LazyTable<PurchaseView> getPurchases() {
        return purchases;
    }

    public LazyTable<PricedContact> getContacts() {
        return contacts;
    }

    public BigDecimal getCallsMoved() {
        return callsMoved;
    }

    public void setCallsMoved(BigDecimal callsMoved) {
        this.callsMoved = callsMoved;
    }

    public BigDecimal getMonthlyFee() {
        return monthlyFee;
    }

    public void setMonthlyFee(BigDecimal monthlyFee) {
        this.monthlyFee = monthlyFee;
    }

    public BigDecimal getSmallestOrder() {
        return smallestOrder;
    }

    public void setSmallestOrder(BigDecimal smallestOrder) {
        this.smallestOrder = smallestOrder;
    }

    public BigDecimal getAccepted() {
        return accepted;
    }

    public void setAccepted(BigDecimal accepted) {
        this.accepted = accepted;
    }
}
