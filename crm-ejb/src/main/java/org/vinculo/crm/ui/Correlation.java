package org.vinculo.crm.ui;

import jakarta.servlet.ServletRequest;
import org.vinculo.crm.shared.PublicId;

/** The id that ties the log, the audit trail and the error page of one request together. */
public final class Correlation {

    /** Header of every answer. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "crm.requestId";

    private Correlation() {}

    /** The id of a request; made up here, never taken from the client, so that nobody can write into the log. */
    public static String of(ServletRequest request) {
        Object known = request.getAttribute(ATTRIBUTE);
        if (known != null) {
            return known.toString();
        }
        String id = PublicId.token(9);
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
