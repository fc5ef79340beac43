package org.vinculo.crm.it;

import java.net.URI;

/**
 * The demo company that browsers and scripts of all tests talk to. One server for the run; while working on tests a
 * running one can be named with {@code -Dcrm.test.server=http://localhost:8080 -Dcrm.test.token=…}.
 */
public final class DemoServer {

    private static final String RUNNING = System.getProperty("crm.test.server");

    private DemoServer() {}

    public static URI backoffice() {
        return RUNNING == null ? ServerUnderTest.sharedDemo().backoffice() : URI.create(RUNNING + "/backoffice/");
    }

    public static URI portal() {
        return RUNNING == null ? ServerUnderTest.sharedDemo().portal() : URI.create(RUNNING + "/portal/");
    }

    public static URI api() {
        return backoffice().resolve("api/v1/");
    }

    /** What the server of this run is busy with. */
    public static String threads() {
        return RUNNING == null ? ServerUnderTest.sharedDemo().threads() : "a server of somebody else";
    }

    /** Token of the API with all scopes. */
    public static String token() {
        return RUNNING == null ? ServerUnderTest.sharedDemo().demoToken() : System.getProperty("crm.test.token");
    }
}
