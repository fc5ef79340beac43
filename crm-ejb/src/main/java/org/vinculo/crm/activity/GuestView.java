package org.vinculo.crm.activity;

import java.io.Serializable;
import java.time.Instant;

/**
 * Somebody who is invited.
 *
 * @param account public id of a colleague, or null
 * @param customer whether it is the customer
 */
public record GuestView(
        String publicId,
        String name,
        String email,
        String account,
        boolean customer,
        GuestAnswer answer,
        Instant answeredAt)
        implements Serializable {}
