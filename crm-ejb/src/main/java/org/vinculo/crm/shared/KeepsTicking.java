package org.vinculo.crm.shared;

import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * For beans with timers: what fails is logged and tried again at the next tick. Without it the server takes a timer
 * away for good after it failed twice, and whatever hangs on it stands still until the next start. When the server is
 * about to stop nothing is begun any more.
 *
 * <p>The bean does its work in transactions of others; when it needs one of its own, {@link TicksInTransaction}.
 */
public class KeepsTicking {

    private static final Logger LOG = Logger.getLogger(KeepsTicking.class.getName());

    @AroundTimeout
    public Object keepTicking(InvocationContext tick) {
        if (Shutdown.isAsked()) {
            return null;
        }
        try {
            return tick.proceed();
        } catch (Exception failure) {
            LOG.log(Level.WARNING, tick.getMethod() + " failed and is tried again at its next time", failure);
            return null;
        }
    }
}
