package org.vinculo.crm.backoffice.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The description of the API, for everybody. */
@Path("openapi.json")
@RequestScoped
public class OpenApiResource {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String document() throws IOException {
        try (InputStream document = OpenApiResource.class.getResourceAsStream("/openapi.json")) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
