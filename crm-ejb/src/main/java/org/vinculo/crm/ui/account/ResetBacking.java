package org.vinculo.crm.ui.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.identity.LinkInvalid;
import org.vinculo.crm.identity.PasswordService;
import org.vinculo.crm.ui.Feedback;

/** Sets a new password by a link from a mail. */
@Named
@ViewScoped
public class ResetBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient PasswordService passwords;

    @Inject
    transient Visit visit;

    @Inject
    transient Feedback feedback;

    private String token;
    private transient String password;
    private boolean usable;

    public void load() {
        usable = passwords.isResettable(visit.realm(), token);
    }

    public String save() {
        try {
            passwords.reset(visit.realm(), token, password, visit.client());
        } catch (LinkInvalid used) {
            usable = false;
            return null;
        }
        feedback.done("identity.reset.done");
        return "/signin?faces-redirect=true";
    }

    public boolean isUsable() {
        return usable;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
