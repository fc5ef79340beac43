package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.vinculo.crm.backoffice.api.support.Etags;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.backoffice.api.support.OneDeed;
import org.vinculo.crm.party.CustomFields;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.CustomerMerging;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.party.MergeField.Choice;
import org.vinculo.crm.party.MergePlan;
import org.vinculo.crm.shared.InvalidInput;

/**
 * Making one customer out of two, and taking that back. The path of the class is the one of all customers: a longer one would
 * hide their other calls.
 */
@Path("customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MergeResource {

    @EJB
    CustomerMerging merging;

    @EJB
    CustomerService customers;

    @EJB
    CustomFields fields;

    @Inject
    OneDeed one;

    @Context
    HttpHeaders headers;

    /** {@code other} becomes a part of the customer; a field that is not named is taken as proposed. */
    @POST
    @Path("{id}/merge")
    public Response merge(@PathParam("id") String id, JsonObject body) {
        String other = text(body == null ? JsonValue.EMPTY_JSON_OBJECT : body, "other");
        if (other == null) {
            throw InvalidInput.field("other", "required");
        }
        Map<String, Choice> choices = choices(body);
        return one.answer(() -> {
            MergePlan plan = merging.plan(id, other);
            if (headers.getHeaderString(HttpHeaders.IF_MATCH) != null) {
                Etags.require(headers, plan.survivor().version());
            }
            merging.merge(id, plan.survivor().version(), other, plan.merged().version(), choices);
            return answer(customers.get(id));
        });
    }

    /** Splits the newest merge off again, or the one named. */
    @POST
    @Path("{id}/split")
    public Response split(@PathParam("id") String id, JsonObject body) {
        String merge = body == null ? null : text(body, "merge");
        return one.answer(() -> apart(id, merging.split(id, merge)));
    }

    private Response apart(String id, String back) {
        CustomerDetails customer = customers.get(id);
        return Response.ok(new JsonOut()
                        .put("id", customer.ref().publicId())
                        .put("other", back)
                        .build())
                .header(HttpHeaders.ETAG, Etags.of(customer.version()))
                .build();
    }

    private static Map<String, Choice> choices(JsonObject body) {
        JsonValue fields = body.get("fields");
        Map<String, Choice> choices = new HashMap<>();
        if (fields == null || fields == JsonValue.NULL) {
            return choices;
        }
        if (fields.getValueType() != JsonValue.ValueType.OBJECT) {
            throw InvalidInput.field("fields", "invalid");
        }
        fields.asJsonObject()
                .keySet()
                .forEach(name -> choices.put(
                        name,
                        PreferencesPayload.choice(
                                Choice.class,
                                "fields." + name,
                                String.valueOf(text(fields.asJsonObject(), name))
                                        .toUpperCase(Locale.ROOT))));
        return choices;
    }

    private static String text(JsonObject body, String name) {
        JsonValue value = body.get(name);
        if (value == null || value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw InvalidInput.field(name, "invalid");
    }

    private Response answer(CustomerDetails customer) {
        return Response.ok(CustomerPayload.of(customer, fields.of(customer.ref().publicId())))
                .header(HttpHeaders.ETAG, Etags.of(customer.version()))
                .build();
    }
}
