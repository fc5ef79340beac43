package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.ChurnFit;
import org.vinculo.crm.value.ChurnModelView;
import org.vinculo.crm.value.ChurnOverview;
import org.vinculo.crm.value.ChurnService;
import org.vinculo.crm.value.CustomerAtRisk;

/** Who may leave, the most at stake first, and how far that may be relied on. */
@Named
@ViewScoped
public class RiskBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> CHANCES = Set.of("0", "25", "50");
    private static final String USUAL = "50";
    private static final double PERCENT = 100;

    @EJB
    private ChurnService churn;

    @Inject
    private Viewer viewer;

    @Inject
    private transient Feedback feedback;

    private String chance = USUAL;
    private ChurnOverview overview;
    private final LazyTable<CustomerAtRisk> rows =
            LazyTable.of(request -> churn.list(Integer.parseInt(chance) / PERCENT, request), CustomerAtRisk::publicId);

    public void load() {
        overview = churn.overview();
    }

    public void fit() {
        churn.fit();
        feedback.done("risk.list.begun");
        load();
    }

    public String getLead() {
        ChurnModelView model = overview.model();
        return model == null
                ? Texts.text(viewer.getLocale(), "risk.list.lead", ChurnFit.WINDOW_DAYS)
                : Texts.text(
                        viewer.getLocale(),
                        "risk.list.leadOf",
                        model.windowDays(),
                        viewer.getFormat().date(model.asOf()));
    }

    /** Address of the customers behind a figure of the model; null where it does not open. */
    public String figure(String name, Object... of) {
        return overview.opens() ? FigureLink.to(name, of) : null;
    }

    public int getPercent() {
        return (int) Math.round(overview.job().progress() * PERCENT);
    }

    public ChurnOverview getOverview() {
        return overview;
    }

    public LazyTable<CustomerAtRisk> getRows() {
        return rows;
    }

    public String getChance() {
        return chance;
    }

    /** One of the tabs; everything else is the usual one. */
    public void setChance(String chance) {
        this.chance = chance != null && CHANCES.contains(chance) ? chance : USUAL;
    }
}
