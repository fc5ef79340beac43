package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.vinculo.crm.backoffice.customers.ViewBacking;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.ContributionService;
import org.vinculo.crm.value.ContributionView;

/** What the customer whose page is open brought in a year. */
@Named("contributionPanel")
@RequestScoped
public class ContributionPanelBacking {

    @EJB
    private ContributionService contributions;

    @Inject
    private ViewBacking page;

    @Inject
    private Viewer viewer;

    private ContributionView view;

    public ContributionView getView() {
        if (view == null) {
            view = contributions.contribution(page.getId(), null, null);
        }
        return view;
    }

    /** Why the customer takes more than they bring. */
    public String getReason() {
        ContributionView shown = getView();
        int contacts = shown.channels().stream()
                .mapToInt(ContributionView.ChannelLine::contacts)
                .sum();
        return Texts.text(
                viewer.getLocale(),
                "contribution.panel.reason",
                contacts,
                viewer.getFormat().money(shown.margin()));
    }
}
