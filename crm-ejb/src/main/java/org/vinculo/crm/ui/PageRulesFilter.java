package org.vinculo.crm.ui;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.identity.AccessRefusals;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.DoorMechanism;
import org.vinculo.crm.shared.DatabaseRefusal;
import org.vinculo.crm.shared.ReadOnce;

/**
 * Opens a page only to those whom its rule admits. Everything without a rule is not there. Who is not signed in is
 * sent to the sign-in page and comes back afterwards; who is, but may not, gets the same answer as for a page that
 * does not exist.
 */
public class PageRulesFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(PageRulesFilter.class.getName());
    private static final int ANONYMOUS_SECONDS = 600;

    @Inject
    transient CurrentCaller currentCaller;

    @Inject
    transient AccessRefusals refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<RuntimeException> failure = DoorMechanism.failure(request);
        if (failure.isPresent() && !Paths.isWithoutCaller(request)) {
            fail(request, response, failure.get());
            return;
        }
        if (Paths.isStatic(request) || Paths.isApi(request) || Paths.isOwnServlet(request)) {
            chain.doFilter(request, response);
            return;
        }
        if ("/".equals(Paths.of(request)) || Paths.of(request).isEmpty()) {
            response.sendRedirect(request.getContextPath() + "/home");
            return;
        }
        String page = SafePath.page(request) + ".xhtml";
        PageRules rules = PageRules.of(request.getServletContext());
        Caller caller = currentCaller.get();
        if (!rules.knows(page)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (rules.admits(page, role -> PageRules.isIn(caller, role))) {
            open(request, response, chain);
            shortenIfAnonymous(request, caller);
        } else if (caller.kind() == Caller.Kind.ANONYMOUS) {
            toSignIn(request, response);
        } else {
            refusals.note(request.getMethod(), SafePath.page(request));
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void open(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if ("GET".equals(request.getMethod())) {
            ReadOnce.begin();
        }
        try {
            chain.doFilter(request, response);
        } finally {
            ReadOnce.end();
        }
    }

    /** Pages before signing in need a session for their form; one that nobody signs in with must not stay for long. */
    private static void shortenIfAnonymous(HttpServletRequest request, Caller caller) {
        HttpSession session = caller.kind() == Caller.Kind.ANONYMOUS ? request.getSession(false) : null;
        if (session != null && session.isNew()) {
            session.setMaxInactiveInterval(ANONYMOUS_SECONDS);
        }
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = "GET".equals(request.getMethod()) ? SafePath.ofPage(request) : SafePath.ofReferringPage(request);
        String address = request.getContextPath() + "/signin?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        if (Paths.isAjax(request)) {
            redirectScript(response, address);
        } else {
            response.sendRedirect(address);
        }
    }

    /** Nobody knows who asks: the page can be opened as soon as that can be found out again. */
    private static void fail(HttpServletRequest request, HttpServletResponse response, RuntimeException failure)
            throws IOException {
        boolean passes = DatabaseRefusal.passes(failure);
        int status = passes ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        String id = Correlation.of(request);
        LOG.log(passes ? Level.WARNING : Level.SEVERE, failure, () -> "Caller not recognised, error " + id);
        if (Paths.isAjax(request)) {
            redirectScript(response, request.getContextPath() + "/error?status=" + status + "&id=" + id);
        } else {
            response.sendError(status);
        }
    }

    /** The script of a page understands only this; a plain redirect would hand it another page as data. */
    private static void redirectScript(HttpServletResponse response, String address) throws IOException {
        response.setContentType("text/xml;charset=UTF-8");
        response.getWriter()
                .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                        + address.replace("&", "&amp;").replace("\"", "&quot;")
                        + "\"></redirect></partial-response>");
    }
}
