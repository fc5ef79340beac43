package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.backoffice.api.support.OneDeed;
import org.vinculo.crm.backoffice.api.support.Problem;
import org.vinculo.crm.party.RelationForm;
import org.vinculo.crm.party.RelationType;
import org.vinculo.crm.party.RelationView;
import org.vinculo.crm.party.Relations;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Texts;

/** What a customer is to others. */
@Path("customers/{id}/relations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RelationsResource {

    @EJB
    Relations relations;

    @Inject
    OneDeed one;

    @Context
    HttpHeaders headers;

    @GET
    public JsonObject list(@PathParam("id") String id) {
        Locale locale = Problem.locale(headers);
        return JsonOut.list(relations.list(id), relation -> json(relation, locale), null);
    }

    @POST
    public Response add(@PathParam("id") String id, JsonObject body) {
        RelationForm form = new RelationForm();
        form.setType(PreferencesPayload.choice(RelationType.class, "type", String.valueOf(text(body, "type"))));
        form.setForward(!"BACKWARD".equals(text(body, "direction")));
        form.setOther(text(body, "other"));
        form.setFrom(day(body, "from"));
        form.setTo(day(body, "to"));
        form.setNote(text(body, "note"));
        return one.answer(() -> {
            String added = relations.save(id, form);
            RelationView view = relations.list(id).stream()
                    .filter(relation -> relation.publicId().equals(added))
                    .findFirst()
                    .orElseThrow(NotFound::new);
            return Response.status(Response.Status.CREATED)
                    .entity(json(view, Problem.locale(headers)))
                    .build();
        });
    }

    @DELETE
    @Path("{relation}")
    public Response remove(@PathParam("id") String id, @PathParam("relation") String relation) {
        return one.answer(() -> {
            relations.remove(id, relation);
            return Response.noContent().build();
        });
    }

    private static JsonObject json(RelationView relation, Locale locale) {
        return new JsonOut()
                .put("id", relation.publicId())
                .put("type", relation.type())
                .put("direction", relation.forward() ? "FORWARD" : "BACKWARD")
                .put("text", Texts.text(locale, relation.textKey()))
                .put("other", relation.otherId())
                .put("otherName", relation.otherName())
                .put("from", relation.from())
                .put("to", relation.to())
                .put("current", relation.current())
                .put("note", relation.note())
                .build();
    }

    private static LocalDate day(JsonObject body, String name) {
        String text = text(body, name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw InvalidInput.field(name, "date");
        }
    }

    private static String text(JsonObject body, String name) {
        JsonValue value = body == null ? null : body.get(name);
        if (value == null || value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw InvalidInput.field(name, "invalid");
    }
}
