package org.vinculo.crm.shared;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that belongs to a customer.
 *
 * @param name what it is called for the customer
 * @param content opens it
 */
public record PersonalFile(String name, Content content) {

    /** Opens a file; the caller closes it. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
