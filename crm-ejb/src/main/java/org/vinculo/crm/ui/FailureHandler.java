package org.vinculo.crm.ui;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.identity.AccessRefusals;
import org.vinculo.crm.shared.BusinessException;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.Texts;

/**
 * Turns every throwable of a page into something the person can use, for ajax and full requests alike.
 *
 * <p>Business facts become messages at their fields and the form stays as it was typed. A page that was open too long
 * is opened afresh at the same address. What the person may not see answers 404. Anything else is logged with an id,
 * and only the id is shown.
 */
class FailureHandler extends ExceptionHandlerWrapper {

    private static final Logger LOG = Logger.getLogger(FailureHandler.class.getName());

    FailureHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Iterator<ExceptionQueuedEvent> queue =
                getUnhandledExceptionQueuedEvents().iterator();
        while (queue.hasNext()) {
            Throwable thrown = queue.next().getContext().getException();
            queue.remove();
            if (faces != null && !faces.getResponseComplete()) {
                answer(faces, thrown);
            }
        }
    }

    private static void answer(FacesContext faces, Throwable thrown) {
        boolean rendering = faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE || !faces.isPostback();
        try {
            switch (Failure.of(thrown, rendering)) {
                case BUSINESS -> {
                    if (Failure.find(thrown, NotAllowed.class).isPresent()) {
                        note(faces);
                    }
                    BusinessMessages.show(
                            faces, Failure.find(thrown, BusinessException.class).orElseThrow());
                    faces.renderResponse();
                }
                case EXPIRED -> reopen(faces);
                case HIDDEN -> {
                    note(faces);
                    error(faces, 404, "");
                }
                case AWAY -> {
                    String id = Correlation.of(request(faces));
                    LOG.log(Level.WARNING, thrown, () -> "Page not possible now, error " + id);
                    error(faces, 503, id);
                }
                case FAULT -> {
                    String id = Correlation.of(request(faces));
                    LOG.log(Level.SEVERE, thrown, () -> "Page failed, error " + id);
                    error(faces, 500, id);
                }
            }
        } catch (IOException gone) {
            throw new FacesException(gone);
        }
    }

    private static void note(FacesContext faces) {
        HttpServletRequest request = request(faces);
        CDI.current().select(AccessRefusals.class).get().note(request.getMethod(), SafePath.page(request));
    }

    /** The same address again, with a word about what happened: nothing on the page is trusted any more. */
    private static void reopen(FacesContext faces) throws IOException {
        ExternalContext external = faces.getExternalContext();
        if (faces.getViewRoot() == null) {
            faces.setViewRoot(new UIViewRoot());
            faces.getViewRoot()
                    .setLocale(faces.getApplication().getViewHandler().calculateLocale(faces));
        }
        String text = Texts.text(faces.getViewRoot().getLocale(), "ui.expired");
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, text, null));
        external.getFlash().put("reopened", Boolean.TRUE);
        external.redirect(SafePath.ofReferringPage(request(faces)));
        faces.responseComplete();
    }

    private static void error(FacesContext faces, int status, String id) throws IOException {
        ExternalContext external = faces.getExternalContext();
        if (external.isResponseCommitted()) {
            faces.responseComplete();
            return;
        }
        if (faces.getPartialViewContext().isAjaxRequest()) {
            external.redirect(external.getRequestContextPath() + "/error?status=" + status + "&id=" + id);
        } else {
            external.responseReset();
            external.responseSendError(status, id);
        }
        faces.responseComplete();
    }

    private static HttpServletRequest request(FacesContext faces) {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }
}
