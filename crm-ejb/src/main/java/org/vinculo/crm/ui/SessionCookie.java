package org.vinculo.crm.ui;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import java.util.Set;
import org.vinculo.crm.platform.Settings;

/**
 * Names the session cookie of a web module. Behind TLS (the base URL begins with https) it is
 * {@code __Host-} prefixed and Secure, which browsers accept over TLS only; on plain http, as in a demo on one's own
 * machine, it has the bare name. Never in URLs.
 */
public class SessionCookie implements ServletContextListener {

    @Inject
    Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        boolean tls = settings.baseUrl().startsWith("https:");
        String name = Door.of(event.getServletContext().getContextPath()).cookie();
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setName(tls ? "__Host-" + name : name);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(tls);
        event.getServletContext().setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    }
}
