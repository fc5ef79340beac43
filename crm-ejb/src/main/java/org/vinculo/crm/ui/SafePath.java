package org.vinculo.crm.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Addresses inside this web module, for redirects; nothing else can come out. */
public final class SafePath {

    private SafePath() {}

    /** The page of a request with its query. */
    public static String ofPage(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getContextPath() + page(request) + (query == null ? "" : "?" + query.replaceAll("[\r\n]", ""));
    }

    /** The page of a request without one parameter of its query. */
    static String withoutParameter(HttpServletRequest request, String name) {
        String query =
                request.getQueryString() == null ? "" : request.getQueryString().replaceAll("[\r\n]", "");
        String rest = Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty() && !part.startsWith(name + "="))
                .collect(Collectors.joining("&"));
        return request.getContextPath() + page(request) + (rest.isEmpty() ? "" : "?" + rest);
    }

    /**
     * The page that a form was sent from: the address of a form has no query, the page it stands on may have one.
     * Without a usable referrer the address of the form itself.
     */
    public static String ofReferringPage(HttpServletRequest request) {
        String own = request.getContextPath() + page(request);
        String referrer = request.getHeader("Referer");
        try {
            URI uri = referrer == null ? null : new URI(referrer);
            boolean same = uri != null && own.equals(uri.getRawPath()) && uri.getRawQuery() != null;
            return same ? own + "?" + uri.getRawQuery() : own;
        } catch (URISyntaxException malformed) {
            return own;
        }
    }

    /** Path of the page below the context, without the extension. */
    public static String page(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        String plain = path.endsWith(".xhtml") ? path.substring(0, path.length() - ".xhtml".length()) : path;
        return "/" + plain.replaceAll("[\r\n]", "").replaceAll("^[/\\\\]+", "");
    }

    /**
     * Where to go after signing in: what was asked for when it is a path of this web module, otherwise its home page.
     */
    public static String after(String asked, String contextPath) {
        boolean inside = asked != null
                && asked.startsWith(contextPath + "/")
                && asked.chars().noneMatch(c -> c < 0x20 || c == '\\')
                && !asked.contains("//")
                && !asked.contains("/../")
                && !asked.endsWith("/..");
        return inside ? asked : contextPath + "/home";
    }
}
