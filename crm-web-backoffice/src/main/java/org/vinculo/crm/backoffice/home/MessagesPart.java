package org.vinculo.crm.backoffice.home;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.interaction.MessageService;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** Customers who wrote in the portal and have no answer yet. */
@ApplicationScoped
public class MessagesPart implements HomePart {

    private static final int SHOWN = 5;

    @EJB
    MessageService messages;

    @Inject
    Viewer viewer;

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<HomeCard> card() {
        if (!viewer.permits(Permission.Code.INTERACTION_VIEW)) {
            return Optional.empty();
        }
        List<HomeRow> rows = messages.waiting(SHOWN).stream()
                .map(thread -> HomeRow.of(
                        "mail",
                        thread.name(),
                        Texts.text(viewer.getLocale(), "interaction.message.waits"),
                        thread.since(),
                        "/customers/view?tab=messages&id=" + thread.customer()))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new HomeCard("interaction.message.waiting", false, null, rows));
    }
}
