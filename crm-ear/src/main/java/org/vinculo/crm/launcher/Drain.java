package org.vinculo.crm.launcher;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.ObjectName;
import sun.misc.Signal;

/**
 * A stop that cuts no request. Payara stops in a shutdown hook, at once, so a signal must not become a shutdown before
 * the requests that have begun are answered: the application is told by a system property, sends new ones away, and says
 * by a management bean how many still run.
 */
final class Drain {
    private static final String STOPPING = "crm.stopping";
    private static final String TRAFFIC = "org.vinculo.crm:type=Traffic";
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration STEP = Duration.ofMillis(100);
    /** What a request has written is on its way a moment after it stopped counting. */
    private static final Duration FLUSH = Duration.ofMillis(500);

    private static final AtomicBoolean ASKED = new AtomicBoolean();

    private Drain() {}

    static void onSignals() {
        for (String name : new String[] {"TERM", "INT"}) {
            Signal.handle(new Signal(name), signal -> {
                if (ASKED.compareAndSet(false, true)) {
                    new Thread(Drain::stop, "stop after requests").start();
                }
            });
        }
    }

    private static void stop() {
        System.setProperty(STOPPING, "true");
        try {
            long end = System.nanoTime() + LONGEST.toNanos();
            boolean waited = false;
            while (running() > 0 && System.nanoTime() < end) {
                waited = true;
                Thread.sleep(STEP.toMillis());
            }
            if (waited) {
                Thread.sleep(FLUSH.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            System.exit(0);
        }
    }

    private static int running() {
        try {
            return (Integer)
                    ManagementFactory.getPlatformMBeanServer().getAttribute(new ObjectName(TRAFFIC), "Running");
        } catch (JMException | JMRuntimeException e) {
            Server.LOG.log(Level.FINE, "Nothing says how many requests run", e);
            return 0;
        }
    }
}
