package org.vinculo.crm.notification;

import java.nio.file.Path;

/**
 * A file that goes with a mail.
 *
 * @param content where its bytes lie
 */
public record LetterFile(String name, String mediaType, Path content) {}
