package org.vinculo.crm.audit;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.identity.Caller;

/** An entry of the trail as it is shown. */
public record AuditView(
        long id,
        Instant madeAt,
        Caller.Kind actorKind,
        String actorName,
        String ip,
        String action,
        String entity,
        String entityId,
        Long customerId,
        String detail,
        String correlationId,
        List<FieldChange> changes)
        implements Serializable {}
