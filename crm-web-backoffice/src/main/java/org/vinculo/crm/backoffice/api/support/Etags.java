package org.vinculo.crm.backoffice.api.support;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;

/** Optimistic locking over HTTP: the version of a resource is its entity tag. */
public final class Etags {

    private Etags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version the caller has seen.
     *
     * @throws WebApplicationException 428 without {@code If-Match}, 412 when it is not one of ours
     */
    public static long ifMatch(HttpHeaders headers) {
        String value = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (value == null || value.isBlank()) {
            throw new WebApplicationException(428);
        }
        try {
            return Long.parseLong(value.strip().replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException notOurs) {
            throw new WebApplicationException(notOurs, 412);
        }
    }

    /** @throws WebApplicationException 412 when the resource has another version by now */
    public static void require(HttpHeaders headers, long currentVersion) {
        if (ifMatch(headers) != currentVersion) {
            throw new WebApplicationException(412);
        }
    }
}
