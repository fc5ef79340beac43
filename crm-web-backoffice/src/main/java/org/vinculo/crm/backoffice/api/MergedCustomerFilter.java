package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import org.vinculo.crm.party.CustomerService;

/** Whoever reads under the number of a record that was merged is sent on to the customer that it is a part of now. */
@Provider
@RequestScoped
public class MergedCustomerFilter implements ContainerRequestFilter {

    private static final String CUSTOMERS = "customers/";

    @EJB
    CustomerService customers;

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String path = uri.getPath().startsWith("/") ? uri.getPath().substring(1) : uri.getPath();
        String id = uri.getPathParameters().getFirst("id");
        if (!request.getMethod().equals("GET") || id == null || !path.startsWith(CUSTOMERS)) {
            return;
        }
        customers
                .survivor(id)
                .ifPresent(survivor -> request.abortWith(Response.status(Response.Status.MOVED_PERMANENTLY)
                        .location(uri.getBaseUriBuilder()
                                .path(path.replaceFirst(id, survivor))
                                .replaceQuery(uri.getRequestUri().getRawQuery())
                                .build())
                        .build()));
    }
}
