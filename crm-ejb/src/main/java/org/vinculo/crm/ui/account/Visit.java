package org.vinculo.crm.ui.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.Clients;
import org.vinculo.crm.identity.DoorSession;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.SignInOutcome;
import org.vinculo.crm.identity.SignInResult;
import org.vinculo.crm.identity.SignedIn;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Door;
import org.vinculo.crm.ui.SafePath;

/** The present request at one of the doors, and what signing in or out does to it. */
@ApplicationScoped
public class Visit {

    @Inject
    Clients clients;

    @Inject
    Settings settings;

    /** Which world this door opens; told by the address of the web module, which no request can choose. */
    public Realm realm() {
        return door() == Door.BACKOFFICE ? Realm.STAFF : Realm.CUSTOMER;
    }

    Door door() {
        return Door.of(external().getRequestContextPath());
    }

    HttpServletRequest request() {
        return (HttpServletRequest) external().getRequest();
    }

    ClientInfo client() {
        return clients.of(request(), locale());
    }

    Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    String halfSecret() {
        return DoorSession.halfSecret(request());
    }

    /** Public id of the session that this request belongs to. */
    String sessionId() {
        SignedIn signedIn = DoorSession.signedIn(request());
        if (signedIn == null) {
            throw new NotFound();
        }
        return signedIn.sessionId();
    }

    /** Enters after a sign-in and goes on, or to the second step. */
    void goOn(SignInResult result, String next) {
        if (result.outcome() == SignInOutcome.SIGNED_IN) {
            DoorSession.enter(request(), result.secret(), settings.sessionIdle());
            redirect(SafePath.after(next, external().getRequestContextPath()));
            return;
        }
        DoorSession.enterHalf(request(), result.secret());
        redirectToPage("/verify", next);
    }

    void enter(SignInResult result) {
        DoorSession.enter(request(), result.secret(), settings.sessionIdle());
    }

    void redirectToPage(String page, String next) {
        String query = next == null ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        redirect(external().getRequestContextPath() + page + query);
    }

    /** Outcome that shows the present page afresh. */
    String samePage() {
        return FacesContext.getCurrentInstance().getViewRoot().getViewId()
                + "?faces-redirect=true&includeViewParams=true";
    }

    void redirect(String address) {
        try {
            external().redirect(address);
            FacesContext.getCurrentInstance().responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    String wait(Duration delay) {
        long minutes = Math.max(1, (delay.toSeconds() + 59) / 60);
        return Texts.text(locale(), "identity.error.wait", minutes);
    }

    /** What went wrong with the whole form, not with one field. */
    void refuse(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
