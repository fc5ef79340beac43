package org.vinculo.crm.ui.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.identity.SignInOutcome;
import org.vinculo.crm.identity.SignInResult;
import org.vinculo.crm.identity.SignInService;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.SafePath;
import org.vinculo.crm.ui.Viewer;

/** The sign-in page of both doors. */
@Named
@ViewScoped
public class SignInBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignInService signIns;

    @Inject
    transient Visit visit;

    @Inject
    transient Viewer viewer;

    private String email;
    private transient String password;
    private String next;

    /** Somebody who is signed in already has no business here. */
    public void load() {
        if (viewer.isSignedIn()) {
            visit.redirect(SafePath.after(next, visit.door().contextPath()));
        }
    }

    public void signIn() {
        SignInResult result = signIns.signIn(visit.realm(), email, password, visit.client());
        if (result.outcome() == SignInOutcome.WAIT) {
            visit.refuse(visit.wait(result.delay()));
        } else if (result.outcome() == SignInOutcome.REFUSED) {
            visit.refuse(Texts.text(visit.locale(), "identity.signin.refused"));
        } else {
            visit.goOn(result, next);
        }
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
