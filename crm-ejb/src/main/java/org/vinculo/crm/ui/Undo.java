package org.vinculo.crm.ui;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The last action of this session that can be taken back, for two minutes. */
@Named
@SessionScoped
public class Undo implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Duration OFFERED_FOR = Duration.ofMinutes(2);

    /** Takes the action back; runs as a request of the person who did it. */
    @FunctionalInterface
    public interface Step extends Serializable {
        void run();
    }

    @Inject
    transient Clock clock;

    @Inject
    transient Feedback feedback;

    private Step step;
    private Instant until = Instant.EPOCH;
    private boolean fresh;

    void offer(Step newStep) {
        step = newStep;
        until = clock.instant().plus(OFFERED_FOR);
        fresh = true;
    }

    /** On the page that follows the action, and in answers to actions on that page. */
    public boolean isShown() {
        FacesContext faces = FacesContext.getCurrentInstance();
        boolean available = step != null && clock.instant().isBefore(until);
        if (!available || faces.isPostback()) {
            return available;
        }
        faces.getAttributes().putIfAbsent(Undo.class, fresh);
        fresh = false;
        return Boolean.TRUE.equals(faces.getAttributes().get(Undo.class));
    }

    /** Takes the last action back and opens the page again as it was, with the query that a list is narrowed by. */
    public String run() throws IOException {
        Step taken = step;
        step = null;
        if (taken != null) {
            taken.run();
            feedback.done("ui.undone");
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        String page = SafePath.ofReferringPage(
                (HttpServletRequest) faces.getExternalContext().getRequest());
        if (page.indexOf('?') < 0) {
            return faces.getViewRoot().getViewId() + "?faces-redirect=true&includeViewParams=true";
        }
        faces.getExternalContext().redirect(page);
        return null;
    }
}
