package org.vinculo.crm.backoffice.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.backoffice.api.support.Problem;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ConsentService;
import org.vinculo.crm.consent.ContactAnswer;
import org.vinculo.crm.consent.ContactReason;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.shared.InvalidInput;

/** Whether a customer may be contacted now, and every reason for it. */
@Path("customers/{id}/contactability")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContactabilityResource {

    @EJB
    ConsentService consents;

    @Inject
    CurrentCaller caller;

    @Context
    HttpHeaders headers;

    @GET
    public JsonObject ask(
            @PathParam("id") String customer,
            @QueryParam("purpose") String purpose,
            @QueryParam("channel") String channel) {
        if (purpose == null || purpose.isBlank()) {
            throw InvalidInput.field("purpose", "required");
        }
        ContactAnswer answer = consents.canContact(customer, purpose, channel(channel));
        Locale locale = Problem.locale(headers);
        return new JsonOut()
                .put("allowed", answer.isAllowed())
                .put("verdict", answer.verdict())
                .put("waitUntil", answer.waitUntil())
                .put("reasons", answer.reasons(), reason -> reason(reason, locale))
                .build();
    }

    private JsonObject reason(ContactReason reason, Locale locale) {
        return new JsonOut()
                .put("code", reason.code())
                .put("effect", reason.effect())
                .put("until", reason.until())
                .put("channel", reason.other())
                .put("text", Phrases.write(reason.phrase(), locale, caller.get().zone()))
                .build();
    }

    private static Channel channel(String name) {
        if (name == null || name.isBlank()) {
            throw InvalidInput.field("channel", "required");
        }
        return PreferencesPayload.choice(Channel.class, "channel", name);
    }
}
