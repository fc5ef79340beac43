package org.vinculo.crm.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The headers that every answer carries, whoever writes it. */
public final class SecurityHeaders {

    private static final String NOTHING =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'";

    private SecurityHeaders() {}

    /** @param tls whether people reach the server by https */
    public static void write(HttpServletResponse response, boolean tls) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (tls) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /**
     * For an answer in which nothing runs and that nobody keeps: an error, or data for a program. Such an answer may be written
     * before any filter was asked, or after what the filters wrote was thrown away, so it names its request itself.
     */
    public static void writeWithoutPage(HttpServletRequest request, HttpServletResponse response, boolean tls) {
        response.setHeader(Correlation.HEADER, Correlation.of(request));
        write(response, tls);
        response.setHeader("Cache-Control", "no-store");
        nothingRuns(response);
    }

    static void nothingRuns(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", NOTHING);
    }
}
