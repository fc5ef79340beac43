package org.vinculo.crm.operations.internal.data;

import java.io.Serial;

/** What was asked for cannot be done, for a reason that one line tells an administrator. */
public final class Refused extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    public Refused(String reason) {
        super(reason);
    }

    public Refused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
