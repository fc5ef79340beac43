package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Json;
import org.vinculo.crm.value.AffinityAnswer;
import org.vinculo.crm.value.AffinityRuleView;
import org.vinculo.crm.value.AffinityService;

/** What is bought together. */
@Path("value/affinity")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AffinityResource {

    @EJB
    AffinityService affinity;

    /** The rules over the sales of this moment that reach the limits; what is left out are the settings'. */
    @GET
    public JsonObject rules(
            @QueryParam("minSupport") String minSupport,
            @QueryParam("minConfidence") String minConfidence,
            @QueryParam("minLength") @DefaultValue("2") String minLength) {
        Double length = number("minLength", minLength);
        AffinityAnswer answer = affinity.find(
                number("minSupport", minSupport),
                number("minConfidence", minConfidence),
                length == null ? 2 : length.intValue());
        return new JsonOut()
                .put("asOf", answer.asOf())
                .put("baskets", answer.baskets())
                .put("rules", answer.rules(), AffinityResource::json)
                .put("total", answer.total())
                .build();
    }

    private static JsonObject json(AffinityRuleView rule) {
        return new JsonOut()
                .put("lhs", rule.items(), item -> Json.createValue(item.code()))
                .put("rhs", rule.recommended().code())
                .put("support", rule.support())
                .put("confidence", rule.confidence())
                .put("lift", rule.lift())
                .put("count", rule.together())
                .build();
    }

    private static Double number(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Double.valueOf(text.strip());
        } catch (NumberFormatException notANumber) {
            throw InvalidInput.field(name, "number");
        }
    }
}
