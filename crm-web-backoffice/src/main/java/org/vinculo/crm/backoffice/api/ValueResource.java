package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.value.RefreshOrder;
import org.vinculo.crm.value.RfmDefinition;
import org.vinculo.crm.value.TimeUnit;
import org.vinculo.crm.value.ValueService;

/** What all customers are worth: the model, the scores, and having them made again. */
@Path("value")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ValueResource {

    @EJB
    ValueService values;

    @POST
    @Path("refresh")
    public Response refresh(JsonObject body) {
        String job = values.refresh(order(body == null ? JsonValue.EMPTY_JSON_OBJECT : body));
        return JobsResource.begun(job, "value-refresh");
    }

    private static RefreshOrder order(JsonObject body) {
        return new RefreshOrder(
                day("asOf", text(body, "asOf")), unit(text(body, "timeUnit")), periods(body.get("horizon")));
    }

    private static int periods(JsonValue horizon) {
        if (horizon == null || horizon == JsonValue.NULL) {
            return 0;
        }
        if (horizon instanceof jakarta.json.JsonNumber number && number.isIntegral() && number.intValue() > 0) {
            return number.intValue();
        }
        throw InvalidInput.field("horizon", "number");
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

    private static TimeUnit unit(String name) {
        return name == null ? null : PreferencesPayload.choice(TimeUnit.class, "timeUnit", name);
    }

    private static LocalDate day(String field, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException malformed) {
            throw InvalidInput.field(field, "date");
        }
    }

    @GET
    @Path("model")
    public JsonObject model() {
        return ValuePayload.model(values.model().orElseThrow(NotFound::new));
    }

    @GET
    @Path("rfm")
    public JsonObject rfm(@QueryParam("definition") String definition, @QueryParam("asOf") String asOf) {
        return ValuePayload.rfm(values.rfm(definition(definition), day("asOf", asOf)));
    }

    /** A, B and C, as the definitions are called in papers and scripts, or their names. */
    private static RfmDefinition definition(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return switch (name.strip()) {
            case "A" -> RfmDefinition.EQUAL_GROUPS;
            case "B" -> RfmDefinition.QUANTILES;
            case "C" -> RfmDefinition.QUANTILES_PLUS_ONE;
            default -> PreferencesPayload.choice(RfmDefinition.class, "definition", name.strip());
        };
    }
}
