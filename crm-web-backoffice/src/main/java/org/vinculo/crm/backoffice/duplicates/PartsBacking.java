package org.vinculo.crm.backoffice.duplicates;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.vinculo.crm.backoffice.customers.ViewBacking;
import org.vinculo.crm.party.CustomerMerging;
import org.vinculo.crm.party.MergeView;
import org.vinculo.crm.ui.Feedback;

/** The records that became a part of the customer whose page is open, and splitting them off. */
@Named("mergedParts")
@RequestScoped
public class PartsBacking {

    @EJB
    private CustomerMerging merging;

    @Inject
    private ViewBacking page;

    @Inject
    private Feedback feedback;

    private List<MergeView> parts;

    public List<MergeView> getParts() {
        if (parts == null) {
            parts = merging.parts(page.getId());
        }
        return parts;
    }

    /** Opens the record that is back. */
    public String split(MergeView part) {
        String back = merging.split(page.getId(), part.publicId());
        feedback.done("merge.split.done", part.name());
        return "/customers/view?faces-redirect=true&id=" + back;
    }
}
