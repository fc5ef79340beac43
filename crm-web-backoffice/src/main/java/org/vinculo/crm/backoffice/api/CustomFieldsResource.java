package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.party.CustomFields;

/** The fields that administrators added to customers, as far as the token sees them. */
@Path("custom-fields")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomFieldsResource {

    @EJB
    CustomFields fields;

    @GET
    public JsonObject list() {
        return JsonOut.list(fields.of(null), CustomerPayload::field, null);
    }
}
