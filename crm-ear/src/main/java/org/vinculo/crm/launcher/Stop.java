package org.vinculo.crm.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.ObjectName;
import sun.misc.Signal;

/**
 * A stop that cuts no request and comes to an end: first the requests that have begun, then Payara, then the database,
 * all of it within {@link #LONGEST}. Payara stops in a shutdown hook, at once, so a signal must not
 * become a shutdown before the requests are answered: the application is told by a system property, sends new ones away,
 * and says by a management bean how many still run.
 *
 * <p>What waits longer than its limit is cut. Nothing that was acknowledged is lost by that: the next start does what a start
 * after a power cut does. {@code logs/slow-stop.txt} says what every thread did when the stop had taken {@link #REPORT}.
 */
final class Stop {
    private static final String STOPPING = "crm.stopping";
    private static final String TRAFFIC = "org.vinculo.crm:type=Traffic";
    private static final String PAYARA = "GlassFish Shutdown Hook";
    private static final Duration REQUESTS = Duration.ofSeconds(15);
    private static final Duration REPORT = Duration.ofSeconds(10);
    private static final Duration SERVER = Duration.ofSeconds(25);
    private static final Duration LONGEST = Duration.ofSeconds(28);
    private static final Duration STEP = Duration.ofMillis(100);
    /** What a request has written is on its way a moment after it stopped counting. */
    private static final Duration FLUSH = Duration.ofMillis(500);

    private static final AtomicBoolean ASKED = new AtomicBoolean();
    private static volatile long begun;

    private static volatile Path report;

    private Stop() {}

    /** Called before anything runs that would want to stop in its own way. */
    static void onSignals() {
        for (String name : new String[] {"TERM", "INT"}) {
            Signal.handle(new Signal(name), signal -> {
                if (ASKED.compareAndSet(false, true)) {
                    new Thread(Stop::afterRequests, "stop after requests").start();
                }
            });
        }
    }

    /** Payara stops in a shutdown hook of its own; the database must outlive it. */
    static void databaseLast(Path logs) {
        report = logs.resolve("slow-stop.txt");
        Runtime.getRuntime().addShutdownHook(new Thread(Stop::afterPayara, "stop database"));
    }

    /** Ends this process, by force when its end does not come. */
    static void now(int code) {
        ASKED.set(true);
        endInTime(code);
        System.exit(code);
    }

    private static void afterRequests() {
        endInTime(0);
        System.setProperty(STOPPING, "true");
        try {
            boolean waited = false;
            while (running() > 0 && left(REQUESTS) > 0) {
                waited = true;
                Thread.sleep(STEP.toMillis());
            }
            if (waited) {
                Thread.sleep(FLUSH.toMillis());
            }
            int cut = running();
            if (cut > 0) {
                Server.LOG.log(
                        Level.WARNING, "{0} requests are cut; they did not end within {1}", new Object[] {cut, REQUESTS
                        });
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

    private static void afterPayara() {
        if (ASKED.compareAndSet(false, true)) {
            endInTime(1);
        }
        try {
            Thread payara = payara();
            if (payara != null) {
                payara.join(Math.max(1, left(SERVER)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Database.stopDerby();
    }

    /** Milliseconds until that long after the begin of the stop; not above zero when it is over. */
    private static long left(Duration limit) {
        return limit.toMillis() - (System.nanoTime() - begun) / 1_000_000;
    }

    private static Thread payara() throws InterruptedException {
        for (int tries = 0; tries < 20; tries++) {
            for (Thread each : Thread.getAllStackTraces().keySet()) {
                if (each.getName().equals(PAYARA)) {
                    return each;
                }
            }
            Thread.sleep(10);
        }
        return null;
    }

    private static void writeThreads() {
        if (report == null) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (ThreadInfo each : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
            text.append('"').append(each.getThreadName()).append("\" ").append(each.getThreadState());
            if (each.getLockName() != null) {
                text.append(" waits for ").append(each.getLockName());
            }
            if (each.getLockOwnerName() != null) {
                text.append(" held by \"").append(each.getLockOwnerName()).append('"');
            }
            text.append('\n');
            for (StackTraceElement frame : each.getStackTrace()) {
                text.append("    ").append(frame).append('\n');
            }
        }
        try {
            Files.writeString(report, text);
        } catch (IOException e) {
            // The log is closed by now.
            System.err.println("What holds up the stop cannot be written: " + e);
        }
    }

    /** Begins the stop: from now on it ends in time. */
    private static void endInTime(int code) {
        begun = System.nanoTime();
        Thread halt = new Thread(
                () -> {
                    try {
                        Thread.sleep(REPORT.toMillis());
                        writeThreads();
                        Thread.sleep(Math.max(1, left(LONGEST)));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        Runtime.getRuntime().halt(code);
                    }
                },
                "stop limit");
        halt.setDaemon(true);
        halt.start();
    }
}
