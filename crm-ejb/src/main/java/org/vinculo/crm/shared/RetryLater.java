package org.vinculo.crm.shared;

/** What those are told who ask again later, because something cannot answer for the moment (RFC 9110, 10.2.3). */
public final class RetryLater {

    public static final String HEADER = "Retry-After";

    public static final int SECONDS = 10;

    private RetryLater() {}
}
