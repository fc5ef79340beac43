package org.vinculo.crm.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.shared.BeforeCommit;

/** Writes the field differences of a call at its end. */
@ApplicationScoped
public class AuditWriter implements BeforeCommit {

    @Inject
    AuditLog log;

    @Override
    public void flushed() {
        PendingAudit.take().forEach(log::record);
    }
}
