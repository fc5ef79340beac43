package org.vinculo.crm.document;

import java.io.Serializable;
import java.time.Instant;

/** A file at a record. @param size in bytes */
public record AttachmentView(String publicId, String name, String mediaType, long size, Instant addedAt, String addedBy)
        implements Serializable {}
