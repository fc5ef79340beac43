package org.vinculo.crm.audit.internal;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.Session;
import org.vinculo.crm.audit.Audited;

/** Lets every audited entity tell its changes. */
public class AuditCustomizer implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            Class<?> type = descriptor.getJavaClass();
            Audited audited = type == null ? null : type.getAnnotation(Audited.class);
            if (audited != null) {
                descriptor.getEventManager().addListener(new ChangeListener(audited));
            }
        }
    }
}
