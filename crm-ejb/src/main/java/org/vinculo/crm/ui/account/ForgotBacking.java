package org.vinculo.crm.ui.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.identity.PasswordService;

/** Asks for a link to set a new password. */
@Named
@ViewScoped
public class ForgotBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient PasswordService passwords;

    @Inject
    transient Visit visit;

    private String email;
    private boolean sent;

    public void send() {
        passwords.forgot(visit.realm(), email, visit.client());
        sent = true;
    }

    public boolean isSent() {
        return sent;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
