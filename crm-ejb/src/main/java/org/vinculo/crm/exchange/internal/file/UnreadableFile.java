package org.vinculo.crm.exchange.internal.file;

import java.io.IOException;

/** The file as a whole cannot be read; the code is the key of the message. */
public class UnreadableFile extends IOException {

    private static final long serialVersionUID = 1L;
    private final String code;

    public UnreadableFile(String code) {
        super(code);
        this.code = code;
    }

    public UnreadableFile(String code, Throwable cause) {
        super(code, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
