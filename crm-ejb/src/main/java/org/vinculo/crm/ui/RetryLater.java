package org.vinculo.crm.ui;

import jakarta.servlet.http.HttpServletResponse;

/** What those are told who ask again later, because something cannot answer for the moment (RFC 9110, 10.2.3). */
public final class RetryLater {

    public static final String HEADER = "Retry-After";

    public static final int SECONDS = 10;

    private RetryLater() {}

    /** Unless whoever refused said already for how long. */
    public static void tell(HttpServletResponse response) {
        if (!response.containsHeader(HEADER)) {
            response.setIntHeader(HEADER, SECONDS);
        }
    }
}
