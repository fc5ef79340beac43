package org.vinculo.crm.ui;

import java.io.IOException;

/** The body of a request goes on after the largest size that is taken. */
public class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge() {
        super("The body of the request is too large");
    }
}
