package org.vinculo.crm.document;

import java.io.Serializable;
import java.time.Instant;

/**
 * A file at a record whose bytes are not there.
 *
 * @param place where they would have to lie, under the folder of the files
 */
public record MissingFile(
        String publicId, String name, long size, String place, Instant addedAt, String addedBy, Instant missingSince)
        implements Serializable {}
