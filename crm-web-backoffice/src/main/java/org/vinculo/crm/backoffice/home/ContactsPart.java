package org.vinculo.crm.backoffice.home;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.cadence.CadenceService;
import org.vinculo.crm.cadence.ProposalView;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.ui.Viewer;

/** Own customers who have been silent for too long. */
@ApplicationScoped
public class ContactsPart implements HomePart {

    private static final int ROWS = 4;

    @EJB
    CadenceService cadence;

    @Inject
    Viewer viewer;

    @Override
    public int order() {
        return 7;
    }

    @Override
    public Optional<HomeCard> card() {
        if (!viewer.permits(Permission.Code.ACTIVITY_VIEW)) {
            return Optional.empty();
        }
        List<HomeRow> rows = cadence.list(true, PageRequest.of(0, ROWS)).items().stream()
                .map(this::row)
                .toList();
        return Optional.of(new HomeCard("cadence.home", false, "/cadence/list?view=mine", rows));
    }

    private HomeRow row(ProposalView proposal) {
        return HomeRow.of(
                "chat",
                proposal.customer(),
                Phrases.write(proposal.reason(), viewer.getLocale(), viewer.getZone()),
                null,
                "/customers/view?id=" + proposal.customerId());
    }
}
