package org.vinculo.crm.ui.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.identity.InvitationService;
import org.vinculo.crm.identity.InvitationView;
import org.vinculo.crm.identity.LinkInvalid;
import org.vinculo.crm.ui.Feedback;

/** Accepts an invitation, or completes a registration, by the link from the mail. */
@Named
@ViewScoped
public class AcceptBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient InvitationService invitations;

    @Inject
    transient Visit visit;

    @Inject
    transient Feedback feedback;

    private String token;
    private String name;
    private transient String password;
    private InvitationView invitation;

    public void load() {
        invitation = invitations.look(visit.realm(), token).orElse(null);
        name = invitation == null ? null : invitation.name();
    }

    public String accept() {
        try {
            invitations.accept(visit.realm(), token, name, password, visit.client());
        } catch (LinkInvalid used) {
            invitation = null;
            return null;
        }
        feedback.done("identity.accept.done");
        return "/signin?faces-redirect=true";
    }

    /** Null when the link does not work. */
    public InvitationView getInvitation() {
        return invitation;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
