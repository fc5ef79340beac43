package org.vinculo.crm.portal.preferences;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.consent.portal.MyPreferences;
import org.vinculo.crm.consent.portal.PreferenceForm;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.Duplicate;
import org.vinculo.crm.ui.Feedback;

/** How the customer wants to be reached, and about what. */
@Named
@ViewScoped
public class PreferencesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    MyPreferences preferences;

    @Inject
    HistoryBacking history;

    @Inject
    Feedback feedback;

    private PreferenceForm form;
    private boolean editable;

    @PostConstruct
    void load() {
        form = preferences.form();
        editable = preferences.maySpeak();
    }

    /** Somebody else's change in between is shown beside what was entered, which stays. */
    public String save() {
        try {
            preferences.save(form);
        } catch (ConcurrentChange | Duplicate changedMeanwhile) {
            form.rebase(preferences.form());
            feedback.warn("portal.preferences.changedMeanwhile");
            return null;
        }
        feedback.done("portal.preferences.saved");
        return "/preferences?faces-redirect=true";
    }

    public void discard() {
        form.reset();
    }

    /** At once and without a new page, so that choices not saved yet stay. */
    public void stop() {
        preferences.stopMarketing();
        refresh();
        feedback.done("portal.preferences.stopped");
    }

    public void resume() {
        preferences.resumeMarketing();
        refresh();
        feedback.done("portal.preferences.resumed");
    }

    private void refresh() {
        form.rebase(preferences.form());
        history.load();
    }

    public PreferenceForm getForm() {
        return form;
    }

    public boolean isEditable() {
        return editable;
    }
}
