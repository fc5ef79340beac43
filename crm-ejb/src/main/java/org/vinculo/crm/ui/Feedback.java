package org.vinculo.crm.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;

/** Tells the person what became of their action: a toast, also after a redirect. */
@ApplicationScoped
public class Feedback {

    @Inject
    Undo undo;

    /** It succeeded, and can be taken back for a while. */
    public void done(Undo.Step back, String key, Object... args) {
        done(key, args);
        undo.offer(back);
    }

    /** It succeeded. */
    public void done(String key, Object... args) {
        add(FacesMessage.SEVERITY_INFO, key, args);
    }

    /** It succeeded only in part, or has a consequence that should be read. */
    public void warn(String key, Object... args) {
        add(FacesMessage.SEVERITY_WARN, key, args);
    }

    private static void add(FacesMessage.Severity severity, String key, Object... args) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, Functions.text(key, args), null));
    }
}
