package org.vinculo.crm.backoffice.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Version 1 of the REST API. */
@ApplicationPath("api/v1")
public class ApiApplication extends Application {

    /** It is described by {@code openapi.json}; what the server would tell of itself besides is switched off. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
