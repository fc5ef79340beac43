package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vinculo.crm.backoffice.api.support.Cursors;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.backoffice.api.support.Problem;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.ImportProfile;
import org.vinculo.crm.exchange.ImportService;
import org.vinculo.crm.exchange.ImportView;
import org.vinculo.crm.exchange.RowCounts;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.NotFound;

/** Imports of files. */
@Path("imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {

    private static final int LONGEST_TEXT = 64 * 1024;
    private static final int UNSUPPORTED = Response.Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode();
    private static final int TOO_LARGE = Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode();

    @EJB
    ImportService imports;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response start(List<EntityPart> parts) throws IOException {
        EntityPart file = part(parts, "file").orElseThrow(() -> InvalidInput.field("file", "required"));
        ImportKind kind = ImportKind.ofCode(text(parts, "kind").orElse(""))
                .orElseThrow(() -> InvalidInput.field("kind", "exchange.profile.kind"));
        ImportProfile profile = imports.profile(text(parts, "profile").orElse(null));
        boolean trial = flag(text(parts, "dryRun").orElse("false"));
        try (InputStream content = file.getContent()) {
            ImportView started = imports.importNow(content, file.getFileName().orElse(null), kind, profile, trial);
            return accepted(started);
        } catch (InvalidInput refused) {
            return unreadable(refused).orElseThrow(() -> refused);
        }
    }

    private static Optional<EntityPart> part(List<EntityPart> parts, String name) {
        return parts.stream().filter(part -> name.equals(part.getName())).findFirst();
    }

    private static Optional<String> text(List<EntityPart> parts, String name) throws IOException {
        Optional<EntityPart> part = part(parts, name);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = part.get().getContent()) {
            byte[] bytes = content.readNBytes(LONGEST_TEXT + 1);
            if (bytes.length > LONGEST_TEXT) {
                throw InvalidInput.field(name, "tooLong", LONGEST_TEXT);
            }
            return Optional.of(new String(bytes, StandardCharsets.UTF_8).strip());
        }
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw InvalidInput.field("dryRun", "choice");
        };
    }

    /** A file that is no table or too large is a matter of the request, not of a field. */
    private Optional<Response> unreadable(InvalidInput refused) {
        String code = refused.errors().get(0).code();
        return switch (code) {
            case "exchange.file.tooLarge" ->
                Optional.of(Problem.of(TOO_LARGE, "tooLarge", refused.errors(), Problem.locale(headers)));
            case "exchange.file.notATable", "exchange.file.oldExcel" ->
                Optional.of(Problem.of(UNSUPPORTED, "mediaType", refused.errors(), Problem.locale(headers)));
            default -> Optional.empty();
        };
    }

    private Response accepted(ImportView view) {
        return Response.accepted(new JsonOut()
                        .put("id", view.id())
                        .put("state", view.state())
                        .build())
                .location(
                        uri.getBaseUriBuilder().path("imports").path(view.id()).build())
                .build();
    }

    @GET
    public JsonObject list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int wanted = Cursors.limit(limit);
        List<String> after = Cursors.decode(cursor, 1);
        List<ImportView> found = imports.after(after.isEmpty() ? null : after.get(0), wanted + 1);
        boolean more = found.size() > wanted;
        List<ImportView> shown = more ? found.subList(0, wanted) : found;
        return JsonOut.list(
                shown,
                ImportsResource::json,
                more ? Cursors.encode(shown.get(wanted - 1).id()) : null);
    }

    @GET
    @Path("{id}")
    public JsonObject get(@PathParam("id") String id) {
        return json(imports.get(id));
    }

    @GET
    @Path("{id}/errors.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response errors(@PathParam("id") String id) {
        if (!imports.get(id).fileKept()) {
            throw new NotFound();
        }
        Locale locale = Problem.locale(headers);
        StreamingOutput file = out -> imports.writeErrors(id, locale, out);
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"")
                .build();
    }

    @POST
    @Path("{id}/undo")
    public Response undo(@PathParam("id") String id) {
        return accepted(imports.undo(id));
    }

    private static JsonObject json(ImportView view) {
        return new JsonOut()
                .put("id", view.id())
                .put("kind", view.kind().code())
                .put("state", view.state())
                .put("dryRun", view.trial())
                .put("fileName", view.fileName())
                .put("rows", rows(view.rows()))
                .put("totals", view.totals(), ImportsResource::total)
                .put("progress", view.progress())
                .put("startedAt", view.startedAt())
                .put("finishedAt", view.finishedAt())
                .put("failure", view.failure())
                .put("undoneAt", view.undoneAt())
                .build();
    }

    private static JsonObject total(Money total) {
        return new JsonOut()
                .put("amount", total.amount())
                .put("currency", total.currency())
                .build();
    }

    private static JsonObject rows(RowCounts rows) {
        return new JsonOut()
                .put("read", rows.read())
                .put("created", rows.created())
                .put("changed", rows.changed())
                .put("unchanged", rows.unchanged())
                .put("duplicate", rows.duplicate())
                .put("faulty", rows.faulty())
                .build();
    }
}
