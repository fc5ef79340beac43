package org.vinculo.crm.backoffice.value;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.platform.JobView;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.value.ModelCardView;
import org.vinculo.crm.value.RefreshOrder;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.ValueOverview;
import org.vinculo.crm.value.ValueService;

/** The base as a whole, and having its figures made again. */
@Named("valueOverview")
@ViewScoped
public class OverviewBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PERCENT = 100;

    @EJB
    private ValueService values;

    @Inject
    private Feedback feedback;

    private ValueOverview overview;
    private ModelCardView card;
    private JobView job;

    @PostConstruct
    public void load() {
        overview = values.overview().orElse(null);
        card = values.model().orElse(null);
        job = values.running().orElse(null);
    }

    public String refresh() {
        values.refresh(RefreshOrder.USUAL);
        feedback.done("value.refresh.ordered");
        return "/value/overview?faces-redirect=true";
    }

    /** Whether a refresh waits or runs. */
    public boolean isBusy() {
        return job != null;
    }

    public JobView getJob() {
        return job;
    }

    public int getPercent() {
        return job == null ? 0 : (int) Math.round(job.progress() * PERCENT);
    }

    public ValueOverview getOverview() {
        return overview;
    }

    public ModelCardView getCard() {
        return card;
    }

    public List<ValueOverview.TierShare> getTiers() {
        return overview.tiers();
    }

    /** Share of a number in the whole, 0 to 1. */
    public double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /** Share of the lifetime value of all tiers. */
    public double valueShare(ValueOverview.TierShare tier) {
        return share(tier.ltv(), overview.ltv());
    }

    /** The most valuable in a sentence: share of customers and share of value. */
    public double getBestCustomers() {
        return best() == null ? 0 : share(best().customers(), overview.bought());
    }

    public double getBestValue() {
        return best() == null ? 0 : valueShare(best());
    }

    private ValueOverview.TierShare best() {
        return overview.tiers().stream()
                .filter(tier -> tier.tier() == Tier.MVC)
                .findFirst()
                .orElse(null);
    }
}
