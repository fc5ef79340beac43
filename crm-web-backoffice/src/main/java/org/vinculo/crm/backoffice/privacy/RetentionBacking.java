package org.vinculo.crm.backoffice.privacy;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.privacy.PrivacyService;
import org.vinculo.crm.privacy.RuleView;
import org.vinculo.crm.ui.Feedback;

/** How long things are kept, what that would remove today, and doing it. */
@Named("privacyRetention")
@ViewScoped
public class RetentionBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private PrivacyService privacy;

    @Inject
    private Feedback feedback;

    private List<RuleView> rules;
    private RuleView chosen;
    private Integer days;
    private boolean inForce;
    private boolean running;

    @PostConstruct
    public void load() {
        rules = privacy.rules(true);
        running = privacy.isApplying();
    }

    public void choose(RuleView rule) {
        chosen = rule;
        days = rule.days();
        inForce = rule.inForce();
    }

    public void cancel() {
        chosen = null;
    }

    public String save() {
        privacy.choose(chosen.code(), days == null ? 0 : days, inForce);
        feedback.done("privacy.rules.saved");
        return "/privacy/retention?faces-redirect=true";
    }

    public void apply() {
        privacy.applyRules();
        feedback.done("privacy.rules.begun");
        load();
    }

    public List<RuleView> getRules() {
        return rules;
    }

    public RuleView getChosen() {
        return chosen;
    }

    public boolean isRunning() {
        return running;
    }

    public Integer getDays() {
        return days;
    }

    public void setDays(Integer days) {
        this.days = days;
    }

    public boolean isInForce() {
        return inForce;
    }

    public void setInForce(boolean inForce) {
        this.inForce = inForce;
    }
}
