package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.vinculo.crm.backoffice.api.support.Etags;
import org.vinculo.crm.backoffice.api.support.OneDeed;
import org.vinculo.crm.consent.ConsentService;
import org.vinculo.crm.consent.PreferenceSheet;
import org.vinculo.crm.shared.PageRequest;

/** How a customer wants to be reached and about what, with the proof. */
@Path("customers/{id}/preferences")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PreferencesResource {

    private static final PageRequest EVIDENCE = PageRequest.of(0, PageRequest.MAX_SIZE);

    @EJB
    ConsentService consents;

    @Inject
    OneDeed one;

    @Context
    HttpHeaders headers;

    @GET
    public Response get(@PathParam("id") String customer) {
        return answer(customer);
    }

    /** Writes what differs; what the body leaves out stays as it is. */
    @PUT
    public Response put(@PathParam("id") String customer, JsonObject body) {
        PreferenceSheet sheet = consents.sheet(customer);
        Etags.require(headers, sheet.version());
        PreferencesPayload wanted = new PreferencesPayload(sheet, body);
        return one.answer(() -> {
            consents.save(customer, wanted.wish(), wanted.stopped(), wanted.told());
            return answer(customer);
        });
    }

    private Response answer(String customer) {
        PreferenceSheet sheet = consents.sheet(customer);
        return Response.ok(PreferencesPayload.of(
                        sheet, consents.ledger(customer, EVIDENCE).items()))
                .header(HttpHeaders.ETAG, Etags.of(sheet.version()))
                .build();
    }
}
