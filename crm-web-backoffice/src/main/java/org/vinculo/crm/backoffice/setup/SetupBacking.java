package org.vinculo.crm.backoffice.setup;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import org.vinculo.crm.identity.Clients;
import org.vinculo.crm.identity.SetupService;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.ui.Feedback;

/** Makes the first administrator. Without the link of the first start, and afterwards, the page is not there. */
@Named
@ViewScoped
public class SetupBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SetupService setup;

    @Inject
    transient Clients clients;

    @Inject
    transient Feedback feedback;

    private String token;
    private String name;
    private String email;
    private transient String password;

    public void load() {
        if (!setup.isOpen(token)) {
            throw new NotFound();
        }
    }

    public String create() {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        setup.createFirstAdministrator(
                token,
                name,
                email,
                password,
                clients.of(request, faces.getViewRoot().getLocale()));
        feedback.done("identity.setup.done");
        return "/signin?faces-redirect=true";
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
}
