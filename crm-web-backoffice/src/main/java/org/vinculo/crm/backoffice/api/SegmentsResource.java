package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneOffset;
import java.util.List;
import org.vinculo.crm.backoffice.api.support.Cursors;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.backoffice.api.support.Problem;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.segment.SegmentMember;
import org.vinculo.crm.segment.SegmentService;
import org.vinculo.crm.segment.SegmentSlice;
import org.vinculo.crm.segment.SegmentView;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** Segments and who is in them. */
@Path("segments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SegmentsResource {

    @EJB
    SegmentService segments;

    @Context
    HttpHeaders headers;

    /** By name. */
    @GET
    public JsonObject list(
            @QueryParam("q") String q, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        List<String> place = Cursors.decode(cursor, 1);
        int first = place.isEmpty() ? 0 : number(place.get(0));
        int size = Cursors.limit(limit);
        Page<SegmentView> page = segments.list(q, PageRequest.of(first, size));
        String next = first + size < page.total() ? Cursors.encode(first + size) : null;
        return JsonOut.list(page.items(), this::json, next);
    }

    @GET
    @Path("{id}")
    public JsonObject get(@PathParam("id") String id) {
        return json(segments.get(id));
    }

    /** By name of the customer. */
    @GET
    @Path("{id}/customers")
    public JsonObject members(
            @PathParam("id") String id, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        List<String> place = Cursors.decode(cursor, 1);
        SegmentSlice slice = segments.members(id, place.isEmpty() ? null : place.get(0), Cursors.limit(limit));
        return JsonOut.list(
                slice.members(), SegmentsResource::json, slice.next() == null ? null : Cursors.encode(slice.next()));
    }

    private JsonObject json(SegmentView segment) {
        JsonOut out = new JsonOut()
                .put("id", segment.publicId())
                .put("name", segment.name())
                .put("description", segment.description())
                .put("sentence", Phrases.write(segment.sentence(), Problem.locale(headers), ZoneOffset.UTC))
                .put("owner", segment.owner())
                .put("shared", segment.shared())
                .put("state", segment.state())
                .put("frozenOn", segment.frozenOn())
                .put("countedAt", segment.countedAt());
        return segment.members() == null
                ? out.put("members", (String) null).build()
                : out.put("members", segment.members()).build();
    }

    private static JsonObject json(SegmentMember member) {
        return new JsonOut()
                .put("id", member.publicId())
                .put("externalId", member.externalId())
                .put("name", member.name())
                .put("kind", member.kind())
                .put("city", member.city())
                .put("country", member.country())
                .put("tier", member.tier())
                .build();
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw InvalidInput.field("cursor", "invalid");
        }
        return Integer.parseInt(text);
    }
}
