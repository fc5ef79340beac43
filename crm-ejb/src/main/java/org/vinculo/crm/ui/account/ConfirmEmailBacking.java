package org.vinculo.crm.ui.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.identity.AccountService;
import org.vinculo.crm.identity.LinkInvalid;

/**
 * Confirms a change of address. A click confirms, not the visit: mail programs open links by themselves, and a visit
 * must not change anything.
 */
@Named
@ViewScoped
public class ConfirmEmailBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AccountService accounts;

    @Inject
    transient Visit visit;

    private String token;
    private String state = "ask";

    public void confirm() {
        try {
            state = accounts.confirmEmail(visit.realm(), token, visit.client()) ? "done" : "half";
        } catch (LinkInvalid used) {
            state = "invalid";
        }
    }

    /** ask, half, done or invalid. */
    public String getState() {
        return state;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }
}
