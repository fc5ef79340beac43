package org.vinculo.crm.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;

/** The person in front of the page, as pages need to know them. */
@Named
@ApplicationScoped
public class Viewer {

    private static final Set<String> THEMES = Set.of("light", "dark");

    @Inject
    CurrentCaller caller;

    public String getName() {
        return caller.get().name();
    }

    public boolean isSignedIn() {
        return caller.get().kind() != Caller.Kind.ANONYMOUS;
    }

    public boolean isStaff() {
        return caller.get().kind() == Caller.Kind.STAFF;
    }

    public Locale getLocale() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces != null && faces.getViewRoot() != null
                ? faces.getViewRoot().getLocale()
                : Locales.of(caller.get());
    }

    /** For the lang attribute: {@code pt-BR}, not {@code pt_BR}. */
    public String getLanguage() {
        return getLocale().toLanguageTag();
    }

    public ZoneId getZone() {
        return caller.get().zone();
    }

    public Format getFormat() {
        return new Format(getLocale(), getZone());
    }

    /** {@code light} or {@code dark} when the person chose one, otherwise null: then the system decides. */
    public String getTheme() {
        String chosen = cookie("theme");
        return THEMES.contains(chosen) ? chosen : null;
    }

    /** Whether the person folded the navigation to icons. */
    public boolean isNavigationFolded() {
        return "folded".equals(cookie("nav"));
    }

    /** The zone as people call it, for example "Brasilia Time". */
    public String getZoneName() {
        return getZone() instanceof ZoneOffset
                ? "UTC"
                : getZone().getDisplayName(TextStyle.FULL_STANDALONE, getLocale());
    }

    private static String cookie(String name) {
        Map<String, Object> cookies =
                FacesContext.getCurrentInstance().getExternalContext().getRequestCookieMap();
        return cookies.get(name) instanceof Cookie cookie ? cookie.getValue() : "";
    }

    /** Whether the viewer has a permission, by its code. */
    public boolean permits(String code) {
        return Permission.ofCode(code).map(caller::has).orElse(false);
    }
}
