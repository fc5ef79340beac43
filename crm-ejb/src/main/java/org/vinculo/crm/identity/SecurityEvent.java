package org.vinculo.crm.identity;

import java.util.List;

/**
 * Something that matters for security happened. Fired in the transaction of the deed; the audit trail keeps it.
 *
 * @param action what happened, a code such as {@code signin.refused}
 * @param actor who did it when that is not the present caller, otherwise null
 * @param entity kind of thing concerned, or null
 * @param entityId public id of the thing, or null
 * @param customerId internal id of the customer concerned, or null
 * @param detail a short fact without secrets, or null
 * @param changes fields that are otherwise now
 */
public record SecurityEvent(
        String action,
        Caller actor,
        String entity,
        String entityId,
        Long customerId,
        String detail,
        List<Change> changes) {

    /** A field before and after, as text; null for nothing. */
    public record Change(String field, String before, String after) {}

    public SecurityEvent {
        changes = List.copyOf(changes);
    }

    public SecurityEvent(String action, Caller actor, String entity, String entityId, Long customerId, String detail) {
        this(action, actor, entity, entityId, customerId, detail, List.of());
    }
}
