package org.vinculo.crm.launcher;

import java.io.Serial;

/** The server cannot start, for a reason that one line tells a person. */
final class StartFailure extends Exception {
    static final int USAGE = 2;
    private static final int FAILED = 1;

    @Serial
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    StartFailure(String message) {
        this(message, FAILED, null);
    }

    StartFailure(String message, Throwable cause) {
        this(message, FAILED, cause);
    }

    private StartFailure(String message, int exitCode, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static StartFailure usage(String message) {
        return new StartFailure(message + " Try --help.", USAGE, null);
    }

    int exitCode() {
        return exitCode;
    }
}
