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
 * The agreement with the launcher about a stop that cuts no request: the launcher says that it is asked to stop
 * ({@link org.vinculo.crm.shared.Shutdown}), waits until the bean {@code org.vinculo.crm:type=Traffic} says that nothing runs any more, and only
 * then stops the server.
 */
@Startup
@Singleton
public class Stopping {

    private static final Logger LOG = Logger.getLogger(Stopping.class.getName());
    private static final String NAME = "org.vinculo.crm:type=Traffic";

    /** What the launcher asks for. */
    public interface RunningMXBean {
        int getRunning();
    }

    @Inject
    Traffic traffic;

    @PostConstruct
    void publish() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName(NAME);
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
            server.registerMBean((RunningMXBean) traffic.gauge()::getAsInt, name);
        } catch (JMException refused) {
            LOG.log(Level.WARNING, "A stop will not wait for running requests", refused);
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
