package org.vinculo.crm.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.audit.FieldChange;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.SecurityEvent;

/** Keeps what happens to accounts and sessions, which lies below the audit trail and cannot call it. */
@ApplicationScoped
public class SecurityEventRecorder {

    @Inject
    AuditLog log;

    @Inject
    CurrentCaller callers;

    void record(@Observes SecurityEvent event) throws Exception {
        Caller actor = event.actor() == null ? callers.get() : event.actor();
        callers.runAs(actor, () -> {
            log.record(new AuditEvent(
                    event.action(),
                    event.entity(),
                    event.entityId(),
                    event.customerId(),
                    event.detail(),
                    event.changes().stream()
                            .map(change -> new FieldChange(change.field(), change.before(), change.after()))
                            .toList()));
            return null;
        });
    }
}
