package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.party.BulkRefusal;
import org.vinculo.crm.party.BulkRunView;
import org.vinculo.crm.party.BulkService;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** Work on many customers while it runs and after it ended: how far, who was left and why, and the way back. */
@Named("customerBulkRun")
@ViewScoped
public class BulkRunBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    @EJB
    private BulkService bulk;

    @Inject
    private Viewer viewer;

    private String id;
    private BulkRunView run;
    private List<BulkRefusal> refusals = List.of();

    public void load() {
        run = bulk.get(id);
        if (run.left() > 0) {
            Page<BulkRefusal> page = bulk.refusals(id, PageRequest.of(0, SHOWN));
            refusals = page.items();
        }
    }

    public String undo() {
        bulk.undo(id);
        return "/customers/bulk-run?faces-redirect=true&id=" + id;
    }

    public String getTitle() {
        return Texts.text(
                viewer.getLocale(), "list.bulk.action." + run.action().name().toLowerCase(Locale.ROOT));
    }

    /** Of a hundred. */
    public long getPercent() {
        long worked = run.done() + run.left();
        return run.expected() == 0 ? 100 : Math.min(100, worked * 100 / run.expected());
    }

    public BulkRunView getRun() {
        return run;
    }

    public List<BulkRefusal> getRefusals() {
        return refusals;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
