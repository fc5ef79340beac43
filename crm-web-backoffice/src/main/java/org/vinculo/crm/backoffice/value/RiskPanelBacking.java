package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.vinculo.crm.backoffice.customers.ViewBacking;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.ChurnExplanation;
import org.vinculo.crm.value.ChurnService;

/** How likely the customer whose page is open is to leave, and because of what. */
@Named("riskPanel")
@RequestScoped
public class RiskPanelBacking {

    private static final int STRONGEST = 4;

    @EJB
    private ChurnService churn;

    @Inject
    private ViewBacking page;

    @Inject
    private Viewer viewer;

    private ChurnExplanation explanation;
    private boolean asked;

    /** Null for somebody without a chance. */
    public ChurnExplanation getExplanation() {
        if (!asked) {
            asked = true;
            explanation = churn.explain(page.getId()).orElse(null);
        }
        return explanation;
    }

    public List<ChurnExplanation.Part> getParts() {
        return explanation == null
                ? List.of()
                : explanation.factors().stream().limit(STRONGEST).toList();
    }

    /** What the factor is for this customer, in words. */
    public String value(ChurnExplanation.Part part) {
        String shown =
                switch (part.factor()) {
                    case TREND, RETURNS -> viewer.getFormat().percent(part.value(), 0);
                    case RHYTHM -> viewer.getFormat().number(part.value(), 1);
                    case RECENCY, ORDERS, TENURE, CONTACTS, UNHAPPY ->
                        viewer.getFormat().number(part.value(), 0);
                };
        return Texts.text(viewer.getLocale(), "risk.value." + part.factor(), shown);
    }
}
