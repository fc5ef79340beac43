package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.backoffice.api.support.Cursors;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.exchange.ExportDownload;
import org.vinculo.crm.exchange.ExportFormat;
import org.vinculo.crm.exchange.ExportOrder;
import org.vinculo.crm.exchange.ExportService;
import org.vinculo.crm.exchange.ExportView;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.shared.InvalidInput;

/** Exports to files: ordered, watched, downloaded. */
@Path("exports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ExportsResource {

    @EJB
    ExportService exports;

    @Context
    UriInfo uri;

    /** {@code {"kind", "format", "columns": [...], "filter": {"q", "tier", "phase"}, "ids": [...]}}. */
    @POST
    public Response start(JsonObject body) {
        ImportKind kind = ImportKind.ofCode(body.getString("kind", "customers"))
                .orElseThrow(() -> InvalidInput.field("kind", "choice"));
        ExportFormat format = ExportFormat.ofCode(body.getString("format", "csv"))
                .orElseThrow(() -> InvalidInput.field("format", "choice"));
        ExportView started = exports.start(
                new ExportOrder(kind, format, texts(body, "columns"), customers(body), texts(body, "ids")));
        return Response.accepted(new JsonOut()
                        .put("id", started.id())
                        .put("state", started.state())
                        .build())
                .location(uri.getBaseUriBuilder()
                        .path("exports")
                        .path(started.id())
                        .build())
                .build();
    }

    private static List<String> texts(JsonObject body, String name) {
        JsonValue value = body.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY);
        if (!(value instanceof JsonArray array) || !array.stream().allMatch(JsonString.class::isInstance)) {
            throw InvalidInput.field(name, "invalid");
        }
        return array.getValuesAs(JsonString::getString);
    }

    private static CustomerList customers(JsonObject body) {
        JsonValue value = body.getOrDefault("filter", JsonValue.EMPTY_JSON_OBJECT);
        if (!(value instanceof JsonObject filter)) {
            throw InvalidInput.field("filter", "invalid");
        }
        Map<String, String> more = new HashMap<>();
        for (Map.Entry<String, JsonValue> each : filter.entrySet()) {
            if (!(each.getValue() instanceof JsonString text)) {
                throw InvalidInput.field("filter." + each.getKey(), "invalid");
            }
            if (!"q".equals(each.getKey())) {
                more.put(each.getKey(), text.getString());
            }
        }
        String q = filter.getString("q", null);
        return CustomerList.search(q == null || q.isBlank() ? null : q).with(more);
    }

    @GET
    public JsonObject list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        int wanted = Cursors.limit(limit);
        List<String> after = Cursors.decode(cursor, 1);
        List<ExportView> found = exports.after(after.isEmpty() ? null : after.get(0), wanted + 1);
        boolean more = found.size() > wanted;
        List<ExportView> shown = more ? found.subList(0, wanted) : found;
        return JsonOut.list(
                shown,
                ExportsResource::json,
                more ? Cursors.encode(shown.get(wanted - 1).id()) : null);
    }

    @GET
    @Path("{id}")
    public JsonObject get(@PathParam("id") String id) {
        return json(exports.get(id));
    }

    @GET
    @Path("{id}/file")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("id") String id) {
        ExportDownload file = exports.download(id);
        StreamingOutput content = file::writeTo;
        return Response.ok(content)
                .type(file.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.fileName() + "\"")
                .build();
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        exports.delete(id);
        return Response.noContent().build();
    }

    private static JsonObject json(ExportView view) {
        return new JsonOut()
                .put("id", view.id())
                .put("kind", view.kind().code())
                .put("format", view.format().code())
                .put("state", view.state())
                .put("fileName", view.fileName())
                .put("rows", view.rows())
                .put("cut", view.cut())
                .put("bytes", view.bytes())
                .put("progress", view.progress())
                .put("createdAt", view.createdAt())
                .put("finishedAt", view.finishedAt())
                .put("expiresAt", view.expiresAt())
                .put("failure", view.failure())
                .build();
    }
}
