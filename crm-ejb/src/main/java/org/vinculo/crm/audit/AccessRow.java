package org.vinculo.crm.audit;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.identity.Caller;

/**
 * How often somebody looked at a customer, or took data of one along, on a day.
 *
 * @param actorId account of a member of staff, or id of an API token
 */
public record AccessRow(LocalDate day, Caller.Kind actorKind, long actorId, AccessKind kind, int views, Instant lastAt)
        implements Serializable {}
