package org.vinculo.crm.privacy.internal;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.vinculo.crm.platform.Jobs;

/** Applies the rules every night. */
@Singleton
@DependsOn("Migrator")
@TransactionAttribute(TransactionAttributeType.REQUIRED)
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
