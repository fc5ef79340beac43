package org.vinculo.crm.interaction;

import java.io.Serializable;
import java.time.Instant;

/**
 * A message between a customer and the company, in the portal.
 *
 * @param fromCustomer whether the customer wrote it
 * @param by who wrote it
 */
public record MessageView(String publicId, boolean fromCustomer, String by, String text, Instant at)
        implements Serializable {}
