package org.vinculo.crm.backoffice.segments;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.vinculo.crm.backoffice.customers.ViewBacking;
import org.vinculo.crm.segment.SegmentService;
import org.vinculo.crm.segment.SegmentView;

/** The segments of the customer whose page is open. */
@Named("segmentsPanel")
@RequestScoped
public class PanelBacking {

    @EJB
    private SegmentService segments;

    @Inject
    private ViewBacking page;

    private List<SegmentView> found;

    public List<SegmentView> getFound() {
        if (found == null) {
            found = segments.of(page.getId());
        }
        return found;
    }
}
