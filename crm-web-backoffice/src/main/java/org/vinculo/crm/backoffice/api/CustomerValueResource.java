package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.value.ModelCardView;
import org.vinculo.crm.value.ValueCard;
import org.vinculo.crm.value.ValueService;

/** What a customer is worth, and why. */
@Path("customers/{id}/value")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomerValueResource {

    @EJB
    ValueService values;

    @GET
    public JsonObject get(@PathParam("id") String customer) {
        ValueCard card = values.card(customer).orElseThrow(NotFound::new);
        ModelCardView model = values.model().orElseThrow(NotFound::new);
        return ValuePayload.card(card, model);
    }
}
