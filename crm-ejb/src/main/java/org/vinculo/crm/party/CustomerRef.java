package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A customer as other rooms know one.
 *
 * @param id internal id, for foreign keys; never leaves the application
 * @param language language to write to the customer in
 * @param zone where the customer's day begins, or null when unknown
 * @param ownerId member of staff who looks after the customer, or null
 */
public record CustomerRef(
        long id,
        String publicId,
        String externalId,
        String name,
        CustomerKind kind,
        CustomerStage stage,
        Locale language,
        ZoneId zone,
        Long ownerId,
        boolean deleted)
        implements Serializable {}
