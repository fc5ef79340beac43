package org.vinculo.crm.audit.internal;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.vinculo.crm.audit.AuditEvent;

/** Entries that wait for the end of the call, kept with the transaction so that a rollback forgets them. */
final class PendingAudit {

    private static final Object KEY = PendingAudit.class.getName();

    private PendingAudit() {}

    static void add(AuditEvent event) {
        TransactionSynchronizationRegistry transaction = transaction();
        if (transaction == null || transaction.getTransactionKey() == null) {
            return;
        }
        @SuppressWarnings("unchecked")
        List<AuditEvent> pending = (List<AuditEvent>) transaction.getResource(KEY);
        if (pending == null) {
            pending = new ArrayList<>();
            transaction.putResource(KEY, pending);
        }
        pending.add(event);
    }

    static List<AuditEvent> take() {
        TransactionSynchronizationRegistry transaction = transaction();
        @SuppressWarnings("unchecked")
        List<AuditEvent> pending = (List<AuditEvent>) transaction.getResource(KEY);
        if (pending == null) {
            return List.of();
        }
        transaction.putResource(KEY, null);
        return pending;
    }

    /** Null outside a container, where persistence tests run without a trail. The name looked up is a constant. */
    @SuppressWarnings("BanJNDI")
    private static TransactionSynchronizationRegistry transaction() {
        try {
            return InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
        } catch (NamingException outsideContainer) {
            return null;
        }
    }
}
