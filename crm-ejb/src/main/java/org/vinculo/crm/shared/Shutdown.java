package org.vinculo.crm.shared;

/**
 * Whether this server is about to stop. The launcher says so by the system property {@code crm.stopping} as soon as it is
 * asked, and lets requests that have begun come to their end; nothing new is to be begun from then on.
 */
public final class Shutdown {

    private static final String PROPERTY = "crm.stopping";

    private Shutdown() {}

    public static boolean isAsked() {
        return System.getProperty(PROPERTY) != null;
    }
}
