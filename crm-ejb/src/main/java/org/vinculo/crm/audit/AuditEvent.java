package org.vinculo.crm.audit;

import java.util.List;

/**
 * Something to be kept.
 *
 * @param action what was done: a code, its text is {@code audit.action.<code>}
 * @param entity kind of thing concerned, or null
 * @param entityId public id of the thing, or null
 * @param customerId internal id of the customer concerned, or null
 * @param detail short fact without personal data or secrets, or null
 * @param changes field differences
 */
public record AuditEvent(
        String action, String entity, String entityId, Long customerId, String detail, List<FieldChange> changes) {

    public AuditEvent {
        changes = List.copyOf(changes);
    }

    public static AuditEvent of(String action, String detail) {
        return new AuditEvent(action, null, null, null, detail, List.of());
    }

    public static AuditEvent about(String action, String entity, String entityId, Long customerId, String detail) {
        return new AuditEvent(action, entity, entityId, customerId, detail, List.of());
    }
}
