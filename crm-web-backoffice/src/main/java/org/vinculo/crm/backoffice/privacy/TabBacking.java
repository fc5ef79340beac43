package org.vinculo.crm.backoffice.privacy;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.vinculo.crm.backoffice.customers.ViewBacking;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.privacy.PrivacyService;
import org.vinculo.crm.privacy.RequestView;
import org.vinculo.crm.privacy.ViewerRow;
import org.vinculo.crm.ui.Viewer;

/** Who looked at the customer, and the customer's requests. */
@Named("privacyTab")
@RequestScoped
public class TabBacking {

    @EJB
    private PrivacyService privacy;

    @Inject
    private ViewBacking page;

    @Inject
    private Viewer viewer;

    private List<ViewerRow> viewers;
    private List<RequestView> requests = List.of();

    @PostConstruct
    void load() {
        viewers = privacy.viewers(page.getId());
        if (isManager()) {
            requests = privacy.of(page.getId());
        }
    }

    public boolean isManager() {
        return viewer.permits(Permission.Code.PRIVACY_MANAGE);
    }

    public List<ViewerRow> getViewers() {
        return viewers;
    }

    public List<RequestView> getRequests() {
        return requests;
    }
}
