package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import org.vinculo.crm.party.AddressProofs;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.ContactView;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** Asks the customer to confirm an address. */
@Named("addressProof")
@ViewScoped
public class AddressProofBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private AddressProofs proofs;

    @Inject
    private ViewBacking page;

    @Inject
    private Viewer viewer;

    @Inject
    private Feedback feedback;

    private Map<String, Instant> waiting;

    public String ask(ContactView point) {
        proofs.ask(page.getId(), point.publicId());
        feedback.done("party.proof.sent", point.value());
        return "/customers/view?faces-redirect=true&tab=contacts&id=" + page.getId();
    }

    /** Whether an address could be confirmed and nobody was asked to. */
    public boolean isOpen(ContactView point) {
        return isUnproved(point) && waitingSince(point) == null;
    }

    /** When the customer was asked, or null. */
    public Instant waitingSince(ContactView point) {
        if (!isUnproved(point)) {
            return null;
        }
        if (waiting == null) {
            waiting = proofs.waiting(page.getId());
        }
        return waiting.get(point.publicId());
    }

    private boolean isUnproved(ContactView point) {
        return point.type() == ContactPointType.EMAIL
                && point.current()
                && point.verifiedAt() == null
                && viewer.permits("customer.edit");
    }
}
