package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.platform.JobView;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Functions;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.AffinityOverview;
import org.vinculo.crm.value.AffinityRuleView;
import org.vinculo.crm.value.AffinityRunView;
import org.vinculo.crm.value.AffinityService;
import org.vinculo.crm.value.RunState;

/** What is bought together. */
@Named
@ViewScoped
public class AffinityBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PERCENT = 100;

    @EJB
    private AffinityService affinity;

    @Inject
    private Viewer viewer;

    @Inject
    private transient Feedback feedback;

    private String q;
    private AffinityOverview overview;
    private final LazyTable<AffinityRuleView> rows = LazyTable.of(
                    request -> affinity.rules(q, request), AffinityRuleView::publicId)
            .sortable("lift", "confidence", "together")
            .startSort("lift", false);

    public void load() {
        overview = affinity.overview();
    }

    public void search() {
        affinity.search();
        feedback.done("affinity.list.begun");
        load();
    }

    /** What the rules stand on, and of when they are. */
    public String getLead() {
        AffinityRunView current = overview.current();
        if (current == null) {
            return Texts.text(viewer.getLocale(), "affinity.list.lead");
        }
        return Texts.text(
                viewer.getLocale(), "affinity.list.leadOf", current.rules(), Functions.relative(current.finishedAt()));
    }

    public int getPercent() {
        return (int) Math.round(overview.job().progress() * PERCENT);
    }

    public String getNote() {
        JobView job = overview.job();
        return job.message() == null ? "" : Texts.text(viewer.getLocale(), job.message(), job.done(), job.total());
    }

    /** Whether the search that was asked for last came to nothing. */
    public boolean isFailed() {
        return overview.latest() != null && overview.latest().state() == RunState.FAILED;
    }

    public AffinityOverview getOverview() {
        return overview;
    }

    public LazyTable<AffinityRuleView> getRows() {
        return rows;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }
}
