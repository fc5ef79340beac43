package org.vinculo.crm.it;

import java.net.URI;
import java.nio.file.Path;

/** The two applications. */
public enum Door {
    STAFF("crm-web-backoffice", "STAFFSID"),
    CUSTOMER("crm-web-portal", "PORTALSID");

    private final String module;
    private final String cookie;

    Door(String module, String cookie) {
        this.module = module;
        this.cookie = cookie;
    }

    /** Where the demo company's door is, ending in a slash. */
    public URI address() {
        return this == STAFF ? DemoServer.backoffice() : DemoServer.portal();
    }

    /** Name of the session cookie on plain http. */
    public String cookie() {
        return cookie;
    }

    public Path webapp() {
        return Repository.ROOT.resolve(module).resolve("src/main/webapp");
    }

    public Path classes() {
        return Repository.ROOT.resolve(module).resolve("target/classes");
    }
}
