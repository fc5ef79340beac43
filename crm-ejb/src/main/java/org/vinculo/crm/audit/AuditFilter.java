package org.vinculo.crm.audit;

import java.time.Instant;

/** What of the trail is wanted; null means any. */
public record AuditFilter(String action, String entity, String actorName, Long customerId, Instant from, Instant to) {

    public static final AuditFilter ANY = new AuditFilter(null, null, null, null, null, null);

    public static AuditFilter customer(long customerId) {
        return new AuditFilter(null, null, null, customerId, null, null);
    }
}
