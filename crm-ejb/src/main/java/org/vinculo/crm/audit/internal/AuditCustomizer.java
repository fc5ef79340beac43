package org.vinculo.crm.audit.internal;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.shared.ForgetWritten;

/**
 * Lets every audited entity tell its changes. Also turns off that a reading is repeated, after five seconds each time,
 * while the database is away: whoever waits for a page shall be told at once, and the pool gives out no dead connections.
 */
public class AuditCustomizer implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
            login.setQueryRetryAttemptCount(0);
        }
        session.getEventManager().addListener(new ForgetWritten());
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            Class<?> type = descriptor.getJavaClass();
            Audited audited = type == null ? null : type.getAnnotation(Audited.class);
            if (audited != null) {
                descriptor.getEventManager().addListener(new ChangeListener(audited));
            }
        }
    }
}
