package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;

/**
 * A tag or a list.
 *
 * @param members how many of its customers the caller reaches, or -1 when they were not counted
 */
public record GroupView(
        String publicId,
        long version,
        GroupKind kind,
        String name,
        String about,
        long members,
        Instant createdAt,
        String createdBy)
        implements Serializable {}
