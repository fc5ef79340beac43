package org.vinculo.crm.activity.internal;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.shared.KeepsTicking;

/** Looks every minute what people are to be reminded of. */
@Singleton
@DependsOn("Migrator")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(KeepsTicking.class)
public class ReminderTimer {

    private static final Logger LOG = Logger.getLogger(ReminderTimer.class.getName());
    private static final int MOST_CHUNKS = 20;

    @Inject
    Reminders reminders;

    @Inject
    CurrentCaller callers;

    @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
    public void look() throws Exception {
        callers.runAs(Caller.system("reminders"), () -> {
            work(reminders::remindOfTasks);
            work(reminders::tellOfOverduePromises);
            return null;
        });
    }

    /** A chunk that another server was faster with is left for the next minute. */
    private static void work(IntSupplier chunk) {
        try {
            for (int i = 0; i < MOST_CHUNKS; i++) {
                if (chunk.getAsInt() < Reminders.AT_ONCE) {
                    return;
                }
            }
        } catch (RuntimeException collision) {
            LOG.log(Level.INFO, "reminders wait for the next minute: {0}", collision.getMessage());
        }
    }
}
