package org.vinculo.crm.backoffice.value;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.backoffice.customers.ViewBacking;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Format;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.IdipStep;
import org.vinculo.crm.value.LifecycleService;
import org.vinculo.crm.value.ModelCardView;
import org.vinculo.crm.value.PhaseChangeView;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierPolicyService;
import org.vinculo.crm.value.TierSettings;
import org.vinculo.crm.value.TierTreatment;
import org.vinculo.crm.value.ValueCard;
import org.vinculo.crm.value.ValueService;

/** What one customer is worth and why, on the customer's page. */
@Named("valueTab")
@RequestScoped
public class TabBacking {

    private static final int CHANGES = 20;

    @EJB
    private ValueService values;

    @EJB
    private LifecycleService lifecycle;

    @EJB
    private TierPolicyService policies;

    @Inject
    private ViewBacking page;

    @Inject
    private Viewer viewer;

    @Inject
    private ValueFigures figures;

    private ValueCard card;
    private ModelCardView model;

    @PostConstruct
    void load() {
        card = values.card(page.getId()).orElse(null);
        model = values.model().orElse(null);
    }

    public ValueCard getCard() {
        return card;
    }

    public ModelCardView getModel() {
        return model;
    }

    public List<PhaseChangeView> getPhases() {
        return lifecycle.history(page.getId(), CHANGES);
    }

    public TierTreatment getTreatment() {
        return policies.treatment(page.getId());
    }

    /** What would have to be different for another tier, in sentences. */
    public List<String> getChanges() {
        TierSettings rules = policies.settings();
        List<String> changes = new ArrayList<>();
        Double best = model.bestCut();
        if (card.decidedByHand()) {
            changes.add(text("value.change.byHand", text("value.tier." + card.tierSuggested())));
        }
        if (card.tier() == Tier.NEW) {
            long days = ChronoUnit.DAYS.between(card.firstOn(), card.asOf());
            changes.add(text("value.change.new", rules.newPurchases(), Math.max(0, rules.newDays() - days)));
        }
        if (card.ltv() != null && card.ltv() < 0) {
            changes.add(text("value.change.aboveZero", shown(-card.ltv())));
        }
        if (card.contribution().signum() < 0) {
            changes.add(text(
                    "value.change.contribution",
                    shown(card.contribution().negate().doubleValue())));
        }
        if (best != null && card.ltv() != null) {
            boolean among = card.ltv() >= best;
            changes.add(text(among ? "value.change.falls" : "value.change.rises", shown(Math.abs(best - card.ltv()))));
            if (!among && card.expectedWorth() != null && card.expectedWorth() > 0) {
                changes.add(
                        text("value.change.purchases", (long) Math.ceil((best - card.ltv()) / card.expectedWorth())));
            }
        }
        changes.add(text("value.change.confirmed", rules.confirmations(), Math.round(100 * rules.band())));
        return changes;
    }

    private String shown(double amount) {
        Money money = figures.money(amount, card.currency());
        return new Format(viewer.getLocale(), viewer.getZone()).money(money);
    }

    public IdipStep[] getSteps() {
        return IdipStep.values();
    }

    public boolean took(IdipStep step) {
        return card != null && card.idip().contains(step);
    }

    /** What to ask next: the first step that is missing decides. */
    public String getNextQuestion() {
        for (IdipStep step : IdipStep.values()) {
            if (!took(step)) {
                return text("value.idip.ask." + step);
            }
        }
        return text("value.idip.ask.DONE");
    }

    private String text(String key, Object... args) {
        return Texts.text(viewer.getLocale(), key, args);
    }
}
