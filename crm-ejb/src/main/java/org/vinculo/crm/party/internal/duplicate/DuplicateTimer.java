package org.vinculo.crm.party.internal.duplicate;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import org.vinculo.crm.party.DuplicateScans;
import org.vinculo.crm.shared.KeepsTicking;
import org.vinculo.crm.shared.TicksInTransaction;

/** Compares every night who is new or changed. Servers that share a database find the first one's search under way. */
@Singleton
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors({KeepsTicking.class, TicksInTransaction.class})
public class DuplicateTimer {

    private static final String NIGHTLY = "nightly";

    @Inject
    DuplicateScans scans;

    @Schedule(hour = "3", minute = "50", persistent = false)
    public void everyNight() {
        scans.begin(false, NIGHTLY);
    }
}
