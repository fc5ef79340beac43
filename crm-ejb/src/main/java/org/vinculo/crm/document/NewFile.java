package org.vinculo.crm.document;

import java.io.InputStream;

/**
 * A file that somebody sends.
 *
 * @param name as the sender calls it
 * @param content read once
 */
public record NewFile(String name, InputStream content) {}
