package org.vinculo.crm.backoffice.value;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.value.AffinityLimits;
import org.vinculo.crm.value.AffinityService;

/** Which rules are searched for and what they leave out. Shares are entered in percent. */
@Named("affinitySettings")
@ViewScoped
public class AffinitySettingsBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PLACES = 2;

    @EJB
    private AffinityService affinity;

    @Inject
    private transient Feedback feedback;

    private int version;
    private BigDecimal supportPercent;
    private BigDecimal confidencePercent;
    private BigDecimal lift;
    private BigDecimal mostItems;
    private BigDecimal dismissedDays;
    private String excluded;

    @PostConstruct
    void load() {
        AffinityLimits limits = affinity.limits();
        version = limits.version();
        supportPercent = BigDecimal.valueOf(limits.minSupport()).movePointRight(PLACES);
        confidencePercent = BigDecimal.valueOf(limits.minConfidence()).movePointRight(PLACES);
        lift = BigDecimal.valueOf(limits.minLift());
        mostItems = BigDecimal.valueOf(limits.mostItems());
        dismissedDays = BigDecimal.valueOf(limits.dismissedDays());
        excluded = String.join("\n", limits.excluded());
    }

    public String save() {
        affinity.save(new AffinityLimits(
                version,
                supportPercent.movePointLeft(PLACES).doubleValue(),
                confidencePercent.movePointLeft(PLACES).doubleValue(),
                lift.doubleValue(),
                mostItems.intValue(),
                dismissedDays.intValue(),
                excluded == null ? List.of() : excluded.lines().toList()));
        feedback.done("affinity.settings.saved");
        return "/value/affinity?faces-redirect=true";
    }

    public int getVersion() {
        return version;
    }

    public BigDecimal getSupportPercent() {
        return supportPercent;
    }

    public void setSupportPercent(BigDecimal supportPercent) {
        this.supportPercent = supportPercent;
    }

    public BigDecimal getConfidencePercent() {
        return confidencePercent;
    }

    public void setConfidencePercent(BigDecimal confidencePercent) {
        this.confidencePercent = confidencePercent;
    }

    public BigDecimal getLift() {
        return lift;
    }

    public void setLift(BigDecimal lift) {
        this.lift = lift;
    }

    public BigDecimal getMostItems() {
        return mostItems;
    }

    public void setMostItems(BigDecimal mostItems) {
        this.mostItems = mostItems;
    }

    public BigDecimal getDismissedDays() {
        return dismissedDays;
    }

    public void setDismissedDays(BigDecimal dismissedDays) {
        this.dismissedDays = dismissedDays;
    }

    public String getExcluded() {
        return excluded;
    }

    public void setExcluded(String excluded) {
        this.excluded = excluded;
    }
}
