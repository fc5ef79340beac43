package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.audit.AuditView;
import org.vinculo.crm.audit.AuditWords;
import org.vinculo.crm.party.Customer360;
import org.vinculo.crm.ui.Viewer;

/** The audit tab: every change of everything about the customer. */
@Named("customerHistory")
@ViewScoped
public class HistoryBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 50;

    @EJB
    private transient Customer360 story;

    @Inject
    private ViewBacking page;

    @Inject
    private Viewer viewer;

    private transient List<AuditView> entries;
    private boolean more;

    public List<AuditView> getEntries() {
        if (entries == null) {
            entries = new ArrayList<>();
            older();
        }
        return entries;
    }

    public void older() {
        List<AuditView> shown = entries == null ? new ArrayList<>() : entries;
        Long before = shown.isEmpty() ? null : shown.get(shown.size() - 1).id();
        List<AuditView> found = story.audit(page.getId(), before, ROWS + 1);
        more = found.size() > ROWS;
        shown.addAll(more ? found.subList(0, ROWS) : found);
        entries = shown;
    }

    public boolean isMore() {
        return more;
    }

    public AuditWords getWords() {
        return new AuditWords(viewer.getLocale(), viewer.getZone());
    }
}
