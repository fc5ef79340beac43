package org.vinculo.crm.backoffice.value;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.vinculo.crm.backoffice.customers.ViewBacking;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.ChurnFactor;
import org.vinculo.crm.value.ValueCard;
import org.vinculo.crm.value.ValueService;
import org.vinculo.crm.value.WaterfallStep;

/** Where the figures on a customer's page open to; null where they do not for the viewer. */
@Named("valueLinks")
@RequestScoped
public class TabLinks {

    private static final int QUARTER = 91;
    private static final int HALF_YEAR = 182;
    private static final int YEAR = 365;

    @EJB
    private ValueService values;

    @Inject
    private ViewBacking page;

    @Inject
    private Viewer viewer;

    private ValueCard card;

    @PostConstruct
    void load() {
        card = values.card(page.getId()).orElse(null);
    }

    /** The steps of the last twelve months. */
    public String getContribution() {
        return "contribution?id=" + page.getId();
    }

    /** The steps of the whole history. */
    public String getMargin() {
        return steps(card.firstOn(), card.asOf());
    }

    /** The sales that were scored. */
    public String getScoredSales() {
        LocalDate from = values.scoredSince().orElse(card.firstOn());
        return sales(from.isBefore(card.firstOn()) ? card.firstOn() : from, card.asOf());
    }

    public String getSales() {
        return sales(card.firstOn(), card.asOf());
    }

    /** Customers with the same three scores. */
    public String getScores() {
        return "../value/customers?rfm=" + card.rfm();
    }

    public String getCell() {
        return "../value/customers?cell=" + card.rfmCell();
    }

    public String getPhase() {
        return "../value/customers?phase=" + card.phase();
    }

    public String getTier() {
        return "../value/customers?tier=" + card.tier();
    }

    /** Those alike, of whom one in ten reaches the potential. */
    public String getPeers() {
        CustomerDetails customer = page.getView().customer();
        String country = customer.country() == null ? "ANY" : customer.country();
        return values.seesEverybody() ? FigureLink.to("peers", customer.ref().kind(), country) : null;
    }

    /** What a reason of the chance to leave was read from. */
    public String factor(ChurnFactor factor, LocalDate asOf) {
        return switch (factor) {
            case RECENCY, RHYTHM, TENURE -> viewer.permits("purchase.view") ? page.tabLink("purchases") : null;
            case ORDERS -> sales(asOf.minusDays(YEAR - 1L), asOf);
            case TREND -> sales(asOf.minusDays(2L * HALF_YEAR - 1), asOf);
            case RETURNS -> rows(asOf.minusDays(YEAR - 1L), asOf, WaterfallStep.RETURNS);
            case CONTACTS -> talks(asOf.minusDays(QUARTER - 1L), asOf);
            case UNHAPPY -> talks(asOf.minusDays(HALF_YEAR - 1L), asOf);
        };
    }

    private String talks(LocalDate from, LocalDate until) {
        return viewer.permits("interaction.view")
                ? "../interactions/list?customer=" + page.getId() + "&from=" + from + "&until=" + until
                : null;
    }

    private String sales(LocalDate from, LocalDate until) {
        return rows(from, until, WaterfallStep.SALES);
    }

    private String rows(LocalDate from, LocalDate until, WaterfallStep step) {
        return viewer.permits("purchase.view") ? steps(from, until) + "&rows=" + step + "#rows" : null;
    }

    private String steps(LocalDate from, LocalDate until) {
        return getContribution() + "&from=" + from + "&until=" + until;
    }
}
