package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.backoffice.api.support.Cursors;
import org.vinculo.crm.backoffice.api.support.Etags;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.backoffice.api.support.OneDeed;
import org.vinculo.crm.document.AttachmentService;
import org.vinculo.crm.document.AttachmentView;
import org.vinculo.crm.document.FileContent;
import org.vinculo.crm.interaction.InteractionForm;
import org.vinculo.crm.interaction.InteractionList;
import org.vinculo.crm.interaction.InteractionRow;
import org.vinculo.crm.interaction.InteractionService;
import org.vinculo.crm.interaction.InteractionView;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;

/** Conversations with all customers, and their files. */
@Path("interactions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InteractionsResource {

    @EJB
    InteractionService interactions;

    @Inject
    OneDeed one;

    @EJB
    AttachmentService attachments;

    @Context
    HttpHeaders headers;

    /** Newest first. */
    @GET
    public JsonObject list(
            @QueryParam("customer") String customer,
            @QueryParam("channel") String channel,
            @QueryParam("purpose") String purpose,
            @QueryParam("outcome") String outcome,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("q") String q,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        boolean open = "OPEN".equals(outcome);
        InteractionList wanted = new InteractionList(
                CustomerPayload.constant("channel", Channel.values(), channel),
                null,
                CustomerPayload.constant("purpose", Purpose.values(), purpose),
                open ? null : CustomerPayload.constant("outcome", Outcome.values(), outcome),
                open,
                null,
                null,
                day("from", from),
                day("until", until),
                Normal.reference(customer),
                Normal.line(q),
                Map.of());
        int many = Cursors.limit(limit);
        List<String> after = Cursors.decode(cursor, 1);
        List<InteractionRow> found = interactions.after(wanted, after.isEmpty() ? null : after.get(0), many + 1);
        boolean more = found.size() > many;
        List<InteractionRow> shown = more ? found.subList(0, many) : found;
        return JsonOut.list(
                shown,
                StoryPayload::row,
                more ? Cursors.encode(shown.get(many - 1).view().publicId()) : null);
    }

    private static LocalDate day(String field, String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException noDay) {
            throw InvalidInput.field(field, "date");
        }
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        InteractionView view = interactions.get(id).view();
        return answer(view);
    }

    /** A merge patch: what is left out stays as it is. */
    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    public Response correct(@PathParam("id") String id, JsonObject patch) {
        InteractionForm form = interactions.form(id);
        Etags.require(headers, form.getVersion());
        StoryPayload.patch(form, patch);
        return one.answer(() -> {
            interactions.correct(id, form);
            return answer(interactions.get(id).view());
        });
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        Etags.require(headers, interactions.form(id).getVersion());
        return one.answer(() -> {
            interactions.delete(id);
            return Response.noContent().build();
        });
    }

    @GET
    @Path("{id}/files")
    public JsonObject files(@PathParam("id") String id) {
        return JsonOut.list(interactions.files(id), InteractionsResource::file, null);
    }

    @POST
    @Path("{id}/files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response attach(@PathParam("id") String id, List<EntityPart> parts) throws IOException {
        EntityPart file = parts.stream()
                .filter(part -> "file".equals(part.getName()))
                .findFirst()
                .orElseThrow(() -> InvalidInput.field("file", "required"));
        try (InputStream content = file.getContent()) {
            String name = file.getFileName().orElse(null);
            return one.answer(() -> Response.status(Response.Status.CREATED)
                    .entity(file(interactions.attach(id, name, content)))
                    .build());
        }
    }

    @GET
    @Path("{id}/files/{file}")
    @Produces(MediaType.WILDCARD)
    public Response download(@PathParam("id") String id, @PathParam("file") String file) {
        if (interactions.files(id).stream().noneMatch(each -> each.publicId().equals(file))) {
            throw new org.vinculo.crm.shared.NotFound();
        }
        FileContent found = attachments.open(file);
        StreamingOutput out = target -> {
            try (InputStream content = found.open()) {
                content.transferTo(target);
            }
        };
        return Response.ok(out, found.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, found.disposition())
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static JsonObject file(AttachmentView view) {
        return new JsonOut()
                .put("id", view.publicId())
                .put("name", view.name())
                .put("mediaType", view.mediaType())
                .put("size", view.size())
                .put("addedAt", view.addedAt())
                .put("addedBy", view.addedBy())
                .build();
    }

    private static Response answer(InteractionView view) {
        return Response.ok(StoryPayload.of(view))
                .header(HttpHeaders.ETAG, Etags.of(view.version()))
                .build();
    }
}
