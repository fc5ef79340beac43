package org.vinculo.crm.audit.internal;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import org.vinculo.crm.audit.AccessLog;
import org.vinculo.crm.shared.KeepsTicking;

/** Writes down every few seconds who looked at customers. */
@Singleton
@DependsOn("Migrator")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(KeepsTicking.class)
public class AccessWriter {

    @Inject
    AccessLog log;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    public void write() {
        log.flush();
    }

    @PreDestroy
    void last() {
        log.flush();
    }
}
