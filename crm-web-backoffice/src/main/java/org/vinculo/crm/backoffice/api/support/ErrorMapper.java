package org.vinculo.crm.backoffice.api.support;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.identity.AccessRefusals;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.shared.BusinessException;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.DatabaseRefusal;
import org.vinculo.crm.shared.Duplicate;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.RetryLater;
import org.vinculo.crm.shared.TooManyRequests;
import org.vinculo.crm.ui.BodyTooLarge;

/** Every failure of a call becomes a problem that says what happened and never why inside. */
@Provider
public class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ErrorMapper.class.getName());

    @Context
    HttpHeaders headers;

    @Context
    Request request;

    @Context
    UriInfo address;

    @Inject
    CurrentCaller caller;

    @Inject
    AccessRefusals refusals;

    @Override
    public Response toResponse(Throwable failure) {
        Locale locale = Problem.locale(headers);
        if (isTooLarge(failure)) {
            return Problem.of(413, "tooLarge", locale);
        }
        if (failure instanceof WebApplicationException web) {
            return fromStatus(web, locale);
        }
        if (failure instanceof EJBAccessException || failure instanceof AccessLocalException) {
            note();
            return Problem.of(403, "forbidden", locale);
        }
        if (failure instanceof JsonException || failure instanceof ClassCastException) {
            return Problem.of(400, "json", locale);
        }
        RuntimeException fact = failure instanceof RuntimeException runtime ? DatabaseRefusal.translate(runtime) : null;
        if (fact instanceof BusinessException business) {
            if (business instanceof NotFound || business instanceof NotAllowed) {
                note();
            }
            return fromFact(business, locale);
        }
        if (DatabaseRefusal.passes(failure)) {
            LOG.log(
                    Level.WARNING,
                    "API call not possible now, request " + caller.get().correlationId(),
                    failure);
            return Response.fromResponse(Problem.of(503, "unavailable", locale))
                    .header(HttpHeaders.RETRY_AFTER, RetryLater.SECONDS)
                    .build();
        }
        LOG.log(Level.SEVERE, "API call failed, request " + caller.get().correlationId(), failure);
        return Problem.of(500, "internal", locale);
    }

    private void note() {
        refusals.note(request.getMethod(), "/api/v1/" + address.getPath().replaceAll("^/+", ""));
    }

    private static boolean isTooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return true;
            }
        }
        return false;
    }

    private static Response fromStatus(WebApplicationException web, Locale locale) {
        Response response = web.getResponse();
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        int status = response.getStatus();
        String code =
                switch (status) {
                    case 404 -> "notFound";
                    case 405 -> "method";
                    case 406 -> "notAcceptable";
                    case 412 -> "stale";
                    case 415 -> "mediaType";
                    case 428 -> "ifMatch";
                    default -> "request";
                };
        return Problem.of(status, code, locale);
    }

    private static Response fromFact(BusinessException fact, Locale locale) {
        if (fact instanceof InvalidInput invalid) {
            return Problem.of(422, "invalid", invalid.errors(), locale);
        }
        if (fact instanceof NotFound) {
            return Problem.of(404, "notFound", locale);
        }
        if (fact instanceof NotAllowed) {
            return Problem.of(403, "forbidden", locale);
        }
        if (fact instanceof Duplicate duplicate) {
            List<FieldError> errors =
                    duplicate.field() == null ? List.of() : List.of(FieldError.of(duplicate.field(), "taken"));
            return Problem.of(409, "duplicate", errors, locale);
        }
        if (fact instanceof ConcurrentChange) {
            return Problem.of(409, "concurrentChange", locale);
        }
        if (fact instanceof TooManyRequests many) {
            Response problem = Problem.of(429, "tooMany", locale);
            return Response.fromResponse(problem)
                    .header(HttpHeaders.RETRY_AFTER, many.retryAfter().toSeconds())
                    .build();
        }
        return Problem.of(409, "refused", locale);
    }
}
