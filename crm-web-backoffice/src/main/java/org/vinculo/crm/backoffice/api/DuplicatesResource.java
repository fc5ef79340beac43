package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.backoffice.api.support.Cursors;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.backoffice.api.support.Problem;
import org.vinculo.crm.party.DuplicatePairView;
import org.vinculo.crm.party.DuplicateSearch;
import org.vinculo.crm.party.Duplicates;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Json;
import org.vinculo.crm.shared.Texts;

/** Customers who seem to be there twice. */
@Path("duplicates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DuplicatesResource {

    private static final int MOST = 100;

    @EJB
    Duplicates duplicates;

    @Context
    HttpHeaders headers;

    /** The pairs proposed for merging, the most alike first. */
    @GET
    public JsonObject list(
            @QueryParam("minScore") Integer minScore,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        int least = minScore == null ? DuplicateSearch.PROPOSED : minScore;
        if (least < 0 || least > MOST) {
            throw InvalidInput.field("minScore", "number");
        }
        int size = Cursors.limit(limit);
        List<String> place = Cursors.decode(cursor, 2);
        DuplicateSearch search = new DuplicateSearch(null, least, null);
        List<DuplicatePairView> pairs = place.isEmpty()
                ? duplicates.slice(search, null, 0, size + 1)
                : duplicates.slice(search, number(place.get(0)).intValue(), number(place.get(1)), size + 1);
        boolean more = pairs.size() > size;
        List<DuplicatePairView> shown = more ? pairs.subList(0, size) : pairs;
        DuplicatePairView last = more ? shown.get(size - 1) : null;
        Locale locale = Problem.locale(headers);
        return JsonOut.list(
                shown, pair -> pair(pair, locale), last == null ? null : Cursors.encode(last.score(), last.id()));
    }

    /** Searches the whole base. */
    @POST
    @Path("scan")
    public Response scan() {
        return JobsResource.begun(duplicates.scan(), "duplicates");
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException notOurs) {
            throw InvalidInput.field("cursor", "invalid");
        }
    }

    private static JsonObject pair(DuplicatePairView pair, Locale locale) {
        return new JsonOut()
                .put("id", pair.publicId())
                .put("a", side(pair.first()))
                .put("b", side(pair.second()))
                .put("score", pair.score())
                .put("reasons", pair.parts(), part -> Json.createValue(Texts.text(locale, part.textKey())))
                .put("foundAt", pair.foundAt())
                .build();
    }

    private static JsonObject side(DuplicatePairView.Side side) {
        return new JsonOut()
                .put("id", side.publicId())
                .put("externalId", side.externalId())
                .put("name", side.name())
                .build();
    }
}
