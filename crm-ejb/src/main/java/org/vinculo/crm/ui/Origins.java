package org.vinculo.crm.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Whether a request that changes something comes from a page of ours. */
final class Origins {

    private Origins() {}

    /**
     * By what the browser says: {@code Sec-Fetch-Site}, else {@code Origin}, else {@code Referer}. A client that says
     * nothing of all this is no browser and carries nobody's cookies unknowingly.
     */
    static boolean isOwn(HttpServletRequest request, String baseUrl) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return "same-origin".equals(site);
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            origin = request.getHeader("Referer");
        }
        if (origin == null) {
            return true;
        }
        String theirs = origin(origin);
        return theirs != null && (theirs.equals(origin(baseUrl)) || theirs.equals(addressed(request)));
    }

    private static String addressed(HttpServletRequest request) {
        return origin(request.getScheme() + "://" + request.getHeader("Host"));
    }

    /** Scheme, host and port of an address; null when it is none. */
    static String origin(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getScheme() == null || uri.getHost() == null) {
                return null;
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(scheme) ? 443 : 80;
            return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
        } catch (URISyntaxException malformed) {
            return null;
        }
    }
}
