package org.vinculo.crm.operations.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The agreement with the launcher about a stop that cuts no request: the launcher sets the system property
 * {@code crm.stopping}, waits until the bean {@code org.vinculo.crm:type=Traffic} says that nothing runs any more, and only
 * then stops the server.
 */
@Startup
@Singleton
public class Stopping {

    private static final Logger LOG = Logger.getLogger(Stopping.class.getName());
    private static final String PROPERTY = "crm.stopping";
    private static final String NAME = "org.vinculo.crm:type=Traffic";

    /** What the launcher asks for. */
    public interface RunningMXBean {
        int getRunning();
    }

    @Inject
    Traffic traffic;

    /** Whether this server is about to stop. */
    public static boolean isAsked() {
        return System.getProperty(PROPERTY) != null;
    }

    @PostConstruct
    void publish() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName(NAME);
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
            ClassLoader application = Thread.currentThread().getContextClassLoader();
            server.registerMBean((RunningMXBean) () -> running(application), name);
        } catch (JMException refused) {
            LOG.log(Level.WARNING, "A stop will not wait for running requests", refused);
        }
    }

    /** The thread of a signal knows no application, and without one no bean is found. */
    private int running(ClassLoader application) {
        Thread asking = Thread.currentThread();
        ClassLoader before = asking.getContextClassLoader();
        asking.setContextClassLoader(application);
        try {
            return traffic.running();
        } finally {
            asking.setContextClassLoader(before);
        }
    }

    @PreDestroy
    void withdraw() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
        } catch (JMException gone) {
            LOG.log(Level.FINE, "Nothing to withdraw", gone);
        }
    }
}
