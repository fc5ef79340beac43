package org.vinculo.crm.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Sorts of addresses of a web module. */
final class Paths {

    static final String RESOURCES = "/jakarta.faces.resource/";
    static final String API = "/api/";
    private static final List<String> STATIC_FILES = List.of("/favicon.svg", "/brand.css", "/robots.txt");
    private static final List<String> OWN_SERVLETS =
            List.of("/error", "/signout", "/act-for", "/file", "/health", "/ready", "/metrics", "/policy-report");

    private static final List<String> WITHOUT_CALLER =
            List.of("/error", "/health", "/ready", "/metrics", "/policy-report");

    private Paths() {}

    /** The path below the context, with its extension. */
    static String of(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    /** The same for everybody, and kept by browsers. */
    static boolean isStatic(HttpServletRequest request) {
        String path = of(request);
        return path.startsWith(RESOURCES) || STATIC_FILES.contains(path);
    }

    /** Guarded by its own tokens and not by page rules. */
    static boolean isApi(HttpServletRequest request) {
        return of(request).startsWith(API);
    }

    static boolean isOwnServlet(HttpServletRequest request) {
        return OWN_SERVLETS.contains(of(request));
    }

    /** Answers the same whoever asks. */
    static boolean isWithoutCaller(HttpServletRequest request) {
        return isStatic(request) || WITHOUT_CALLER.contains(of(request));
    }

    static boolean isAjax(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }
}
