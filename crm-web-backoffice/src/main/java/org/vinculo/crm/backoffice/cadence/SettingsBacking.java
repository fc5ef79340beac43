package org.vinculo.crm.backoffice.cadence;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.cadence.CadenceService;
import org.vinculo.crm.cadence.CadenceSettings;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierTreatment;

/** How long a relationship may be silent. */
@Named("cadenceSettings")
@ViewScoped
public class SettingsBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<Phase> PHASES =
            List.of(Phase.ACQUISITION, Phase.RETENTION, Phase.EXTENSION, Phase.AT_RISK, Phase.LAPSED, Phase.WON_BACK);

    @EJB
    private CadenceService cadence;

    @Inject
    private transient Feedback feedback;

    private CadenceSettings present;
    private Map<Tier, TierTreatment> treatments;
    private Integer acquisition;
    private Integer retention;
    private Integer extension;
    private Integer atRisk;
    private Integer lapsed;
    private Integer wonBack;

    @PostConstruct
    void load() {
        present = cadence.settings();
        treatments = new EnumMap<>(cadence.treatments());
        acquisition = present.acquisition();
        retention = present.retention();
        extension = present.extension();
        atRisk = present.atRisk();
        lapsed = present.lapsed();
        wonBack = present.wonBack();
    }

    public String save() {
        cadence.change(new CadenceSettings(0, acquisition, retention, extension, atRisk, lapsed, wonBack, null, null));
        feedback.done("cadence.saved");
        return "/cadence/settings?faces-redirect=true";
    }

    public Tier[] getTiers() {
        return Tier.values();
    }

    public List<Phase> getPhases() {
        return PHASES;
    }

    public int limit(Tier tier, Phase phase) {
        TierTreatment treatment = treatments.get(tier);
        return treatment == null ? 0 : present.limit(treatment.cadenceDays(), phase);
    }

    public CadenceSettings getPresent() {
        return present;
    }

    public Integer getAcquisition() {
        return acquisition;
    }

    public void setAcquisition(Integer acquisition) {
        this.acquisition = acquisition;
    }

    public Integer getRetention() {
        return retention;
    }

    public void setRetention(Integer retention) {
        this.retention = retention;
    }

    public Integer getExtension() {
        return extension;
    }

    public void setExtension(Integer extension) {
        this.extension = extension;
    }

    public Integer getAtRisk() {
        return atRisk;
    }

    public void setAtRisk(Integer atRisk) {
        this.atRisk = atRisk;
    }

    public Integer getLapsed() {
        return lapsed;
    }

    public void setLapsed(Integer lapsed) {
        this.lapsed = lapsed;
    }

    public Integer getWonBack() {
        return wonBack;
    }

    public void setWonBack(Integer wonBack) {
        this.wonBack = wonBack;
    }
}
