package org.vinculo.crm.platform;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the application wants the person at the console to read after the start. The launcher lives in another class
 * loader, so the lines travel as system properties: {@code crm.startup.message.N} in order, and
 * {@code crm.startup.failure} for the one reason why the start failed.
 */
public final class StartupMessages {

    private static final Logger LOG = Logger.getLogger(StartupMessages.class.getName());
    private static final String LAUNCHER = "crm.launcher.child";
    private static final String MESSAGE = "crm.startup.message.";
    private static final String FAILURE = "crm.startup.failure";

    private StartupMessages() {}

    public static synchronized void say(String line) {
        if (System.getProperty(LAUNCHER) == null) {
            // On an application server nobody prints these lines: whoever may read its log is its administrator.
            LOG.log(Level.INFO, "{0}", line);
        }
        int number = 1;
        while (System.getProperty(MESSAGE + number) != null) {
            number++;
        }
        System.setProperty(MESSAGE + number, line);
    }

    /** The first reason wins: later failures follow from it. */
    public static synchronized void fail(String reason) {
        if (System.getProperty(FAILURE) == null) {
            System.setProperty(FAILURE, reason);
        }
    }
}
