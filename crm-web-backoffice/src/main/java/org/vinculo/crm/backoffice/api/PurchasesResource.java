package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.vinculo.crm.backoffice.api.support.Cursors;
import org.vinculo.crm.backoffice.api.support.Etags;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.backoffice.api.support.OneDeed;
import org.vinculo.crm.purchase.PurchaseDetails;
import org.vinculo.crm.purchase.PurchaseForm;
import org.vinculo.crm.purchase.PurchaseService;
import org.vinculo.crm.purchase.PurchaseView;
import org.vinculo.crm.shared.PageRequest;

/** The purchases of a customer. */
@Path("customers/{id}/purchases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PurchasesResource {

    @EJB
    PurchaseService purchases;

    @Inject
    OneDeed one;

    /** Newest first. */
    @GET
    public JsonObject list(
            @PathParam("id") String customer, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int wanted = Cursors.limit(limit);
        List<String> place = Cursors.decode(cursor, 1);
        int first = place.isEmpty() ? 0 : PurchasePayload.place(place.get(0));
        List<PurchaseView> found =
                purchases.list(customer, PageRequest.of(first, wanted)).items();
        String next = found.size() < wanted ? null : Cursors.encode(first + wanted);
        return JsonOut.list(found, PurchasePayload::of, next);
    }

    @POST
    public Response record(@PathParam("id") String customer, JsonObject body) {
        PurchaseForm form = PurchasePayload.form(body);
        return one.answer(() -> {
            PurchaseDetails recorded = purchases.record(customer, form);
            return Response.status(Response.Status.CREATED)
                    .header(HttpHeaders.ETAG, Etags.of(recorded.version()))
                    .entity(PurchasePayload.of(recorded))
                    .build();
        });
    }
}
