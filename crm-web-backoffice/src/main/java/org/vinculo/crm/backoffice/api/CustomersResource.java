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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vinculo.crm.backoffice.api.support.Cursors;
import org.vinculo.crm.backoffice.api.support.Etags;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.backoffice.api.support.OneDeed;
import org.vinculo.crm.backoffice.api.support.Problem;
import org.vinculo.crm.interaction.InteractionForm;
import org.vinculo.crm.interaction.InteractionService;
import org.vinculo.crm.party.Condition;
import org.vinculo.crm.party.Conditions;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.CustomFields;
import org.vinculo.crm.party.Customer360;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.party.CustomerSlice;
import org.vinculo.crm.party.TimelinePage;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.SortBy;

/** Customers, what happened with them, and writing conversations down. */
@Path("customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CustomersResource {

    private static final Pattern HELD = Pattern.compile("customFields\\[([A-Za-z0-9_]{1,30})\\]");

    @EJB
    CustomerService customers;

    @EJB
    Customer360 story;

    @EJB
    InteractionService interactions;

    @EJB
    CustomFields fields;

    @Inject
    OneDeed one;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @GET
    public JsonObject list(
            @QueryParam("q") String q,
            @QueryParam("externalId") String externalId,
            @QueryParam("tier") String tier,
            @QueryParam("phase") String phase,
            @QueryParam("segment") String segment,
            @QueryParam("sort") String sort,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        CustomerList wanted = new CustomerList(
                        q, Normal.reference(externalId), null, null, null, null, null, null, null, false)
                .with(more(tier, phase, segment));
        Condition held = held();
        if (held != null) {
            wanted = wanted.with(held);
        }
        CustomerSlice slice = customers.slice(wanted, sortBy(sort), cursor, Cursors.limit(limit));
        return JsonOut.list(slice.items(), CustomerPayload::row, slice.next());
    }

    @POST
    public Response create(JsonObject body) {
        CustomerForm form = customers.draft();
        form.setLanguage(null);
        CustomerPayload.patch(form, body);
        return one.answer(() -> created(customers.create(form)));
    }

    private Response created(CustomerDetails created) {
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(created.ref().publicId())
                        .build())
                .header(HttpHeaders.ETAG, Etags.of(created.version()))
                .entity(payload(created))
                .build();
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return answer(present(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    public Response change(@PathParam("id") String id, JsonObject patch) {
        CustomerForm form = customers.form(id);
        Etags.require(headers, form.getVersion());
        CustomerPayload.patch(form, patch);
        return one.answer(() -> answer(customers.save(form)));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        CustomerDetails customer = present(id);
        Etags.require(headers, customer.version());
        return one.answer(() -> {
            customers.delete(id, customer.version());
            return Response.noContent().build();
        });
    }

    @GET
    @Path("{id}/timeline")
    public JsonObject timeline(
            @PathParam("id") String id, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        TimelinePage page = story.timeline(id, null, cursor, Cursors.limit(limit));
        return JsonOut.list(page.entries(), entry -> StoryPayload.entry(entry, Problem.locale(headers)), page.next());
    }

    @POST
    @Path("{id}/interactions")
    public Response log(@PathParam("id") String id, JsonObject body) {
        InteractionForm form = StoryPayload.interaction(body);
        return one.answer(() -> Response.status(Response.Status.CREATED)
                .entity(StoryPayload.of(interactions.log(id, form)))
                .build());
    }

    private static SortBy sortBy(String asked) {
        String sort = asked == null ? "" : asked.strip();
        if (sort.isEmpty()) {
            return null;
        }
        return sort.startsWith("-") ? new SortBy(sort.substring(1), false) : new SortBy(sort, true);
    }

    /** What the fields of administrators are to hold: {@code customFields[code]=value}; null when nothing is asked. */
    private Condition held() {
        List<Condition> parts = new ArrayList<>();
        List<CustomEntry> known = null;
        for (Map.Entry<String, List<String>> asked : uri.getQueryParameters().entrySet()) {
            Matcher name = HELD.matcher(asked.getKey());
            if (name.matches()) {
                known = known == null ? fields.of(null) : known;
                CustomEntry field = known.stream()
                        .filter(each -> each.getCode().equals(name.group(1)))
                        .findFirst()
                        .orElseThrow(() -> InvalidInput.field(asked.getKey(), "choice"));
                asked.getValue().forEach(value -> parts.add(CustomerPayload.is(field, value.strip())));
            }
        }
        if (parts.stream().flatMap(Condition::tests).count() > Conditions.MOST_TESTS) {
            throw InvalidInput.field("customFields", "tooLarge", Conditions.MOST_TESTS);
        }
        return parts.isEmpty() ? null : new Condition.Group(false, parts);
    }

    private static Map<String, String> more(String tier, String phase, String segment) {
        Map<String, String> more = new HashMap<>();
        put(more, "tier", tier);
        put(more, "phase", phase);
        put(more, "segment", segment);
        return more;
    }

    private static void put(Map<String, String> more, String name, String value) {
        if (value != null && !value.isBlank()) {
            more.put(name, value.strip());
        }
    }

    /** For scripts a deleted customer is gone. */
    private CustomerDetails present(String id) {
        CustomerDetails customer = customers.get(id);
        if (customer.ref().deleted()) {
            throw new NotFound();
        }
        return customer;
    }

    private JsonObject payload(CustomerDetails customer) {
        return CustomerPayload.of(customer, fields.of(customer.ref().publicId()));
    }

    private Response answer(CustomerDetails customer) {
        return Response.ok(payload(customer))
                .header(HttpHeaders.ETAG, Etags.of(customer.version()))
                .build();
    }
}
