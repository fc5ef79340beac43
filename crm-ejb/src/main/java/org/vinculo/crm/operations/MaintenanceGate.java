package org.vinculo.crm.operations;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.operations.internal.MaintenanceBoard;
import org.vinculo.crm.operations.internal.MaintenanceWords;
import org.vinculo.crm.shared.RetryLater;
import org.vinculo.crm.shared.Texts;

/**
 * Closes both doors for the time of announced maintenance: everybody is told until when. Administrators work on, and the
 * way to sign in stays open for them.
 */
public class MaintenanceGate extends HttpFilter {

    /** What the error page says instead of its own words. */
    public static final String NOTICE = "crm.error.notice";

    private static final long serialVersionUID = 1L;
    private static final long LONGEST_WAIT = 3600;
    private static final Set<String> OPEN = Set.of(
            "/signin", "/verify", "/signout", "/error", "/health", "/ready", "/metrics", "/favicon.svg", "/brand.css");

    @Inject
    transient MaintenanceBoard board;

    @Inject
    transient MaintenanceWords words;

    @Inject
    transient CurrentCaller callers;

    @Inject
    transient Clock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Instant now = clock.instant();
        Optional<MaintenanceView> closing = board.announced().filter(notice -> notice.closes(now));
        if (closing.isEmpty() || mayPass(request)) {
            chain.doFilter(request, response);
            return;
        }
        long wait = Math.max(1, Duration.between(now, closing.get().until()).toSeconds());
        response.setHeader(RetryLater.HEADER, Long.toString(Math.min(LONGEST_WAIT, wait)));
        request.setAttribute(
                NOTICE, words.text(closing.get(), Texts.supported(callers.get().locale())));
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private boolean mayPass(HttpServletRequest request) {
        String path = request.getServletPath().replaceFirst("\\.xhtml$", "");
        boolean signIn = request.getContextPath().equals("/backoffice");
        Caller caller = callers.get();
        return path.startsWith("/jakarta.faces.resource/")
                || OPEN.contains(path) && (signIn || !path.equals("/signin") && !path.equals("/verify"))
                || caller.kind() == Caller.Kind.STAFF && caller.permissions().containsKey(Permission.SETTINGS_ADMIN);
    }
}
