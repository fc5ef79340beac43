package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierPolicyService;
import org.vinculo.crm.value.TierReviewView;
import org.vinculo.crm.value.TierSettings;
import org.vinculo.crm.value.TierTreatment;
import org.vinculo.crm.value.ValueOverview;
import org.vinculo.crm.value.ValueService;

/** The rules of the tiers, what each tier gets, and questions that wait for a person. */
@Named("valueTiers")
@ViewScoped
public class TiersBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int REVIEWS = 25;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @EJB
    private TierPolicyService policies;

    @EJB
    private ValueService values;

    @Inject
    private Feedback feedback;

    private List<TierSettings> versions;
    private ValueOverview overview;
    private List<TierReviewView> reviews;
    private TierForm form;

    public void load() {
        versions = policies.versions();
        overview = values.overview().orElse(null);
        reviews = policies.reviews(PageRequest.of(0, REVIEWS)).items();
        form = new TierForm(versions.get(0));
    }

    public String save() {
        TierSettings made = policies.change(form.settings());
        feedback.done("value.tiers.saved", made.number());
        return "/value/tiers?faces-redirect=true";
    }

    public TierSettings getPresent() {
        return versions.get(0);
    }

    public List<TierSettings> getVersions() {
        return versions;
    }

    public ValueOverview getOverview() {
        return overview;
    }

    public List<TierReviewView> getReviews() {
        return reviews;
    }

    public TierForm getForm() {
        return form;
    }

    /** What is typed: shares in per cent, as people speak. */
    public static final class TierForm implements Serializable {
        private static final long serialVersionUID = 1L;

        private BigDecimal newDays;
        private BigDecimal newPurchases;
        private BigDecimal bestShare;
        private BigDecimal fewestBest;
        private BigDecimal mostBest;
        private BigDecimal growthQuantile;
        private BigDecimal band;
        private BigDecimal confirmations;
        private String reason;
        private final List<Row> rows = new ArrayList<>();

        TierForm(TierSettings settings) {
            newDays = BigDecimal.valueOf(settings.newDays());
            newPurchases = BigDecimal.valueOf(settings.newPurchases());
            bestShare = percent(settings.bestShareOfValue());
            fewestBest = percent(settings.fewestBest());
            mostBest = percent(settings.mostBest());
            growthQuantile = BigDecimal.valueOf(settings.growthQuantile());
            band = percent(settings.band());
            confirmations = BigDecimal.valueOf(settings.confirmations());
            for (Tier tier : Tier.values()) {
                rows.add(new Row(tier, settings.treatments().get(tier)));
            }
        }

        private static BigDecimal percent(double share) {
            return Row.plain(BigDecimal.valueOf(share).multiply(HUNDRED).setScale(2, RoundingMode.HALF_EVEN));
        }

        private static double share(BigDecimal percent) {
            return percent == null ? Double.NaN : percent.doubleValue() / 100;
        }

        private static int number(BigDecimal value) {
            return value == null ? -1 : value.intValue();
        }

        TierSettings settings() {
            Map<Tier, TierTreatment> treatments = new EnumMap<>(Tier.class);
            rows.forEach(row -> treatments.put(row.tier, row.treatment()));
            return new TierSettings(
                    0,
                    number(newDays),
                    number(newPurchases),
                    share(bestShare),
                    share(fewestBest),
                    share(mostBest),
                    number(growthQuantile),
                    share(band),
                    number(confirmations),
                    treatments,
                    null,
                    null,
                    reason);
        }

        public BigDecimal getNewDays() {
            return newDays;
        }

        public void setNewDays(BigDecimal newDays) {
            this.newDays = newDays;
        }

        public BigDecimal getNewPurchases() {
            return newPurchases;
        }

        public void setNewPurchases(BigDecimal newPurchases) {
            this.newPurchases = newPurchases;
        }

        public BigDecimal getBestShare() {
            return bestShare;
        }

        public void setBestShare(BigDecimal bestShare) {
            this.bestShare = bestShare;
        }

        public BigDecimal getFewestBest() {
            return fewestBest;
        }

        public void setFewestBest(BigDecimal fewestBest) {
            this.fewestBest = fewestBest;
        }

        public BigDecimal getMostBest() {
            return mostBest;
        }

        public void setMostBest(BigDecimal mostBest) {
            this.mostBest = mostBest;
        }

        public BigDecimal getGrowthQuantile() {
            return growthQuantile;
        }

        public void setGrowthQuantile(BigDecimal growthQuantile) {
            this.growthQuantile = growthQuantile;
        }

        public BigDecimal getBand() {
            return band;
        }

        public void setBand(BigDecimal band) {
            this.band = band;
        }

        public BigDecimal getConfirmations() {
            return confirmations;
        }

        public void setConfirmations(BigDecimal confirmations) {
            this.confirmations = confirmations;
        }

        public String getReason() {
            return reason;
        }

        public void setReason(String reason) {
            this.reason = reason;
        }

        public List<Row> getRows() {
            return rows;
        }
    }

    /** How one tier is treated, while it is typed. */
    public static final class Row implements Serializable {
        private static final long serialVersionUID = 1L;

        private final Tier tier;
        private BigDecimal multiplier;
        private boolean exclusive;
        private BigDecimal discount;
        private BigDecimal budget;
        private BigDecimal cadence;

        Row(Tier tier, TierTreatment treatment) {
            this.tier = tier;
            multiplier = plain(treatment.serviceMultiplier());
            exclusive = treatment.exclusiveChannel();
            discount = plain(treatment.discountCeiling().multiply(HUNDRED));
            budget = treatment.incentiveBudget().setScale(2, RoundingMode.HALF_EVEN);
            cadence = BigDecimal.valueOf(treatment.cadenceDays());
        }

        /** Without an exponent: ten is 10, not 1E+1. */
        private static BigDecimal plain(BigDecimal number) {
            BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        TierTreatment treatment() {
            return new TierTreatment(
                    multiplier,
                    exclusive,
                    discount == null ? null : discount.divide(HUNDRED),
                    budget,
                    cadence == null ? 0 : cadence.intValue());
        }

        public Tier getTier() {
            return tier;
        }

        public BigDecimal getMultiplier() {
            return multiplier;
        }

        public void setMultiplier(BigDecimal multiplier) {
            this.multiplier = multiplier;
        }

        public boolean isExclusive() {
            return exclusive;
        }

        public void setExclusive(boolean exclusive) {
            this.exclusive = exclusive;
        }

        public BigDecimal getDiscount() {
            return discount;
        }

        public void setDiscount(BigDecimal discount) {
            this.discount = discount;
        }

        public BigDecimal getBudget() {
            return budget;
        }

        public void setBudget(BigDecimal budget) {
            this.budget = budget;
        }

        public BigDecimal getCadence() {
            return cadence;
        }

        public void setCadence(BigDecimal cadence) {
            this.cadence = cadence;
        }
    }
}
