package org.vinculo.crm.backoffice.profile;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vinculo.crm.identity.AccountService;
import org.vinculo.crm.identity.AccountView;
import org.vinculo.crm.identity.DoorSession;
import org.vinculo.crm.identity.Theme;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;

/** How somebody wants to see the CRM. */
@Named
@ViewScoped
public class ProfileBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int YEAR = 365 * 24 * 3600;

    @EJB
    private AccountService accounts;

    @Inject
    private transient Feedback feedback;

    private String email;
    private String name;
    private String language;
    private String zone;
    private Theme theme;

    @PostConstruct
    void load() {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        AccountView own = accounts.own(
                DoorSession.signedIn((HttpServletRequest) external.getRequest()).sessionId());
        email = own.email();
        name = own.name();
        language = own.locale().toLanguageTag();
        zone = own.zone().getId();
        theme = own.theme();
    }

    public String save() {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw InvalidInput.field("zone", "choice");
        }
        accounts.present(name, Texts.supported(language), ZoneId.of(zone), theme);
        rememberTheme();
        feedback.done("identity.profile.saved");
        return "/profile?faces-redirect=true";
    }

    /** The page reads the colours from a cookie, so that the doors have them too. */
    private void rememberTheme() {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        boolean system = theme == Theme.SYSTEM;
        external.addResponseCookie(
                "theme",
                system ? "" : theme.name().toLowerCase(Locale.ROOT),
                Map.of(
                        "path",
                        external.getRequestContextPath(),
                        "maxAge",
                        system ? 0 : YEAR,
                        "secure",
                        external.isSecure(),
                        "SameSite",
                        "Lax"));
    }

    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList();
    }

    public Theme[] getThemes() {
        return Theme.values();
    }

    public String getEmail() {
        return email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public Theme getTheme() {
        return theme;
    }

    public void setTheme(Theme theme) {
        this.theme = theme;
    }
}
