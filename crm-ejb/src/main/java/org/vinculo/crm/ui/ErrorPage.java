package org.vinculo.crm.ui;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.RetryLater;
import org.vinculo.crm.shared.Texts;

/**
 * What people see when something failed: what happened, what to do, and an id for whoever helps them. Written without
 * Faces and without the database, because either may be what failed. Forbidden looks like missing.
 */
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());
    private static final Set<Integer> TOLD = Set.of(400, 404, 405, 411, 413, 429, 500, 503);
    /** What those who refuse a request want to be said instead of the usual text. */
    private static final String NOTICE = "crm.error.notice";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient Settings settings;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean dispatched = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
        int asked = dispatched
                ? (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)
                : number(request.getParameter("status"));
        int status = asked == HttpServletResponse.SC_FORBIDDEN || !TOLD.contains(asked) && asked < 500 ? 404 : asked;
        int shown = TOLD.contains(status) ? status : 500;
        String id = dispatched ? dispatchedId(request) : id(request.getParameter("id"));
        response.setStatus(status);
        // Whoever failed has thrown away the headers that were there before; and who somebody is, is asked before any
        // filter.
        SecurityHeaders.writeWithoutPage(
                request, response, request.isSecure() || settings.baseUrl().startsWith("https:"));
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE && !response.containsHeader(RetryLater.HEADER)) {
            response.setIntHeader(RetryLater.HEADER, RetryLater.SECONDS);
        }
        Locale locale = Locales.of(caller.get(), request);
        if (dispatched && isForProgram(request)) {
            response.setContentType("application/problem+json;charset=UTF-8");
            response.getWriter().write(problem(locale, status, shown));
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write(page(
                        request.getContextPath(),
                        locale,
                        shown,
                        shown >= 500 ? id : "",
                        dispatched ? (String) request.getAttribute(NOTICE) : null));
    }

    private static boolean isForProgram(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked != null && asked.toString().startsWith(request.getContextPath() + Paths.API);
    }

    static String problem(Locale locale, int status, int shown) {
        String title = Texts.text(locale, "ui.error." + shown + ".title")
                .replace("\\", "\\\\")
                .replace("\"", "\\\"");
        return "{\"type\":\"about:blank\",\"status\":" + status + ",\"code\":\""
                + (status == 413 ? "tooLarge" : "request") + "\",\"title\":\"" + title + "\"}";
    }

    private static String dispatchedId(HttpServletRequest request) {
        String id = Correlation.of(request);
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof Throwable cause) {
            LOG.log(Level.SEVERE, cause, () -> "Request failed, error " + id);
        }
        return id;
    }

    private static int number(String status) {
        return status != null && status.matches("[45][0-9]{2}") ? Integer.parseInt(status) : 404;
    }

    private static String id(String given) {
        return given != null && ID.matcher(given).matches() ? given : "";
    }

    static String page(String contextPath, Locale locale, int status, String id) {
        return page(contextPath, locale, status, id, null);
    }

    private static String page(String contextPath, Locale locale, int status, String id, String notice) {
        boolean portal = Door.of(contextPath) == Door.PORTAL;
        String title = text(locale, "ui.error." + status + ".title");
        String resource = contextPath + Paths.RESOURCES;
        StringBuilder html = new StringBuilder(2000);
        html.append("<!DOCTYPE html><html lang=\"")
                .append(locale.toLanguageTag())
                .append('"');
        html.append(portal ? " class=\"portal\"" : "").append("><head><meta charset=\"UTF-8\">");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>");
        html.append(title).append("</title>");
        html.append("<link rel=\"icon\" type=\"image/svg+xml\" href=\"").append(contextPath);
        html.append("/favicon.svg\">");
        sheet(html, resource + "tokens.css.xhtml?ln=vinculo");
        sheet(html, resource + "components.css.xhtml?ln=vinculo");
        if (portal) {
            sheet(html, contextPath + "/brand.css");
        }
        html.append("</head><body><main class=\"lost\"><div class=\"empty\">");
        html.append("<svg class=\"art\" viewBox=\"0 0 96 56\" aria-hidden=\"true\">");
        html.append("<rect x=\"4\" y=\"12\" width=\"50\" height=\"32\" rx=\"16\"/>");
        html.append("<rect class=\"a\" x=\"42\" y=\"12\" width=\"50\" height=\"32\" rx=\"16\"/></svg><h1>");
        html.append(title)
                .append("</h1><p>")
                .append(notice == null ? text(locale, "ui.error." + status + ".text") : escaped(notice));
        html.append("</p><div class=\"row\"><a class=\"btn btn-go\" href=\"").append(contextPath);
        html.append("/home\">").append(text(locale, "ui.error.home")).append("</a></div>");
        if (!id.isEmpty()) {
            html.append("<p class=\"code\">").append(text(locale, "ui.error.id", id));
            html.append("</p>");
        }
        return html.append("</div></main></body></html>").toString();
    }

    private static void sheet(StringBuilder html, String address) {
        html.append("<link rel=\"stylesheet\" href=\"").append(address).append("\">");
    }

    private static String text(Locale locale, String key, Object... args) {
        return escaped(Texts.text(locale, key, args));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
