package org.vinculo.crm.ui;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Texts;

/** Remembers the language chosen with {@code ?lang=} at the doors, where nobody is signed in yet. */
public class LanguageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int YEAR = 365 * 24 * 3600;

    @Inject
    transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String asked = "GET".equals(request.getMethod()) ? request.getParameter(Locales.COOKIE) : null;
        if (asked == null) {
            chain.doFilter(request, response);
            return;
        }
        Cookie cookie = new Cookie(Locales.COOKIE, Texts.supported(asked).toLanguageTag());
        cookie.setPath(request.getContextPath());
        cookie.setMaxAge(YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.baseUrl().startsWith("https:"));
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        response.sendRedirect(SafePath.withoutParameter(request, Locales.COOKIE));
    }
}
