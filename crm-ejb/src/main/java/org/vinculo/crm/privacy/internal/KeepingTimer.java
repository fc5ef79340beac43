package org.vinculo.crm.privacy.internal;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.shared.KeepsTicking;
import org.vinculo.crm.shared.TicksInTransaction;

/** Applies the rules every night. */
@Singleton
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors({KeepsTicking.class, TicksInTransaction.class})
public class KeepingTimer {

    @Inject
    Jobs jobs;

    @Schedule(hour = "3", minute = "40", persistent = false)
    public void night() {
        if (!jobs.isOpen(KeepingJob.NAME)) {
            jobs.submit(KeepingJob.NAME, "", "night");
        }
    }
}
