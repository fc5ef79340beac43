package org.vinculo.crm.portal.register;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import org.vinculo.crm.identity.Clients;
import org.vinculo.crm.identity.InvitationService;

/** Registers somebody who comes by themselves. Who we know for which address shows only in the mail. */
@Named
@ViewScoped
public class RegisterBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient InvitationService invitations;

    @Inject
    transient Clients clients;

    private String name;
    private String email;
    private boolean sent;

    public void register() {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        invitations.register(
                name, email, clients.of(request, faces.getViewRoot().getLocale()));
        sent = true;
    }

    public boolean isSent() {
        return sent;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
