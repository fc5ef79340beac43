package org.vinculo.crm.portal.appointments;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.activity.portal.InvitationToAnswer;
import org.vinculo.crm.activity.portal.Invitations;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.ui.Viewer;

/** Answers an invitation. A click answers, not the visit: mail programs open links by themselves. */
@Named("invitationBacking")
@ViewScoped
public class InvitationBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Invitations invitations;

    @Inject
    transient Viewer viewer;

    private String token;
    private String answer;
    private InvitationToAnswer invitation;
    private String state = "ask";

    public void load() {
        try {
            invitation = invitations.look(token, viewer.getLocale());
        } catch (NotFound used) {
            state = "invalid";
        }
    }

    public void accept() {
        answer(true);
    }

    public void decline() {
        answer(false);
    }

    private void answer(boolean comes) {
        try {
            invitations.answer(token, comes);
            state = comes ? "accepted" : "declined";
        } catch (NotFound used) {
            state = "invalid";
        }
    }

    /** ask, accepted, declined or invalid. */
    public String getState() {
        return state;
    }

    public InvitationToAnswer getInvitation() {
        return invitation;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    /** What the link in the mail was for; only decides which button stands out. */
    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }
}
