package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.backoffice.customers.ViewBacking;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.value.DismissReason;
import org.vinculo.crm.value.DismissedOffer;
import org.vinculo.crm.value.Recommendation;
import org.vinculo.crm.value.RecommendationService;

/** What to offer the customer whose page is open. */
@Named("offersPanel")
@ViewScoped
public class OffersPanelBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private RecommendationService recommendations;

    @Inject
    private ViewBacking page;

    @Inject
    private transient Feedback feedback;

    private List<Recommendation> offers;
    private List<DismissedOffer> dismissed;

    private void load() {
        offers = recommendations.list(page.getId());
        dismissed = recommendations.dismissed(page.getId());
    }

    public void dismiss(Recommendation offer, DismissReason reason) {
        String customer = page.getId();
        String product = offer.product().code();
        recommendations.dismiss(customer, product, reason);
        feedback.done(
                () -> OfferAgain.of(customer, product),
                "affinity.offers.gone",
                offer.product().shown());
        load();
    }

    public void restore(DismissedOffer gone) {
        recommendations.restore(page.getId(), gone.product().code());
        feedback.done("affinity.offers.back", gone.product().shown());
        load();
    }

    public List<Recommendation> getOffers() {
        if (offers == null) {
            load();
        }
        return offers;
    }

    public List<DismissedOffer> getDismissed() {
        if (dismissed == null) {
            load();
        }
        return dismissed;
    }

    public DismissReason[] getReasons() {
        return DismissReason.values();
    }
}
