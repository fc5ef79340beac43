package org.vinculo.crm.backoffice.api.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.vinculo.crm.platform.Settings;

/** Addresses in answers begin as the configuration says, whatever the Host header of the request was. */
@Provider
@PreMatching
@ApplicationScoped
public class OwnAddress implements ContainerRequestFilter {

    @Inject
    Settings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        URI own = URI.create(settings.baseUrl());
        request.setRequestUri(
                at(own, request.getUriInfo().getBaseUri()),
                at(own, request.getUriInfo().getRequestUri()));
    }

    private static URI at(URI own, URI asked) {
        return UriBuilder.fromUri(asked)
                .scheme(own.getScheme())
                .host(own.getHost())
                .port(own.getPort())
                .build();
    }
}
