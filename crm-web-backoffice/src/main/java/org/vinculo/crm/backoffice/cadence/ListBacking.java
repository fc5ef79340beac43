package org.vinculo.crm.backoffice.cadence;

import jakarta.ejb.EJB;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import org.vinculo.crm.cadence.CadenceService;
import org.vinculo.crm.cadence.ProposalView;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;

/** Whom to speak to again. */
@Named("cadenceList")
@ViewScoped
public class ListBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SNOOZE_DAYS = 14;

    @EJB
    private CadenceService cadence;

    @Inject
    private Feedback feedback;

    @Inject
    private Viewer viewer;

    @Inject
    private Clock clock;

    private String view = "all";
    private final LazyTable<ProposalView> rows =
            LazyTable.of(request -> cadence.list("mine".equals(view), request), ProposalView::publicId);

    public String accept(ProposalView proposal) {
        cadence.accept(proposal.publicId());
        feedback.done("cadence.accepted", proposal.customer());
        return here();
    }

    public String snooze(ProposalView proposal) {
        LocalDate until = LocalDate.ofInstant(clock.instant(), viewer.getZone()).plusDays(SNOOZE_DAYS);
        cadence.snooze(proposal.publicId(), until);
        String id = proposal.publicId();
        feedback.done(() -> restore(id), "cadence.snoozed", proposal.customer(), until);
        return here();
    }

    public String dismiss(ProposalView proposal) {
        cadence.dismiss(proposal.publicId());
        String id = proposal.publicId();
        feedback.done(() -> restore(id), "cadence.dismissed", proposal.customer());
        return here();
    }

    private static void restore(String id) {
        CDI.current().select(CadenceService.class).get().restore(id);
    }

    public void search() {
        cadence.search();
        feedback.done("cadence.searching");
    }

    /** The open proposal of the customer whose page this is. */
    public ProposalView of(String customer) {
        return cadence.of(customer).orElse(null);
    }

    private String here() {
        return "/cadence/list?faces-redirect=true&view=" + view;
    }

    public LazyTable<ProposalView> getRows() {
        return rows;
    }

    public String getView() {
        return view;
    }

    public void setView(String wanted) {
        view = "mine".equals(wanted) ? "mine" : "all";
    }
}
