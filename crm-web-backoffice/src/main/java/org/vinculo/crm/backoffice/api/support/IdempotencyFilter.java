package org.vinculo.crm.backoffice.api.support;

import jakarta.annotation.Priority;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.platform.IdempotencyKeys;
import org.vinculo.crm.shared.FieldError;

/** {@code Idempotency-Key}: the second request with a key gets the answer of the first and does nothing. */
@Provider
@ApplicationScoped
@Priority(Priorities.USER)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(IdempotencyFilter.class.getName());
    private static final String HEADER = "Idempotency-Key";
    private static final String OWNED = IdempotencyFilter.class.getName();
    private static final String BODY = OWNED + ".body";
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int LONGEST_KEY = 100;

    @Inject
    IdempotencyKeys keys;

    @Inject
    CurrentCaller callers;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null || !WRITES.contains(request.getMethod())) {
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            refuse(request, 400, "tooLong");
            return;
        }
        String fingerprint = fingerprint(request);
        var before = keys.find(owner(), key);
        if (before.isEmpty()) {
            keys.claim(owner(), key, fingerprint);
            request.setProperty(OWNED, key);
            return;
        }
        IdempotencyKeys.Answer answer = before.get();
        if (!answer.fingerprint().equals(fingerprint)) {
            refuse(request, 422, "taken");
        } else if (answer.isComplete()) {
            request.abortWith(repeat(answer));
        } else {
            refuse(request, 409, "taken");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean kept = keys.release();
        if (request.getProperty(BODY) instanceof KeptBody body) {
            body.close();
        }
        String key = (String) request.getProperty(OWNED);
        if (key == null || kept || response.getStatus() >= 400) {
            return;
        }
        try {
            keys.answered(
                    owner(),
                    key,
                    response.getStatus(),
                    response.getHeaderString(HttpHeaders.LOCATION),
                    response.getHeaderString(HttpHeaders.ETAG),
                    response.getEntity() == null ? null : response.getEntity().toString());
        } catch (EJBException lost) {
            // The deed is done and its key is kept: this client is told so, and a repetition is refused with 409.
            LOG.log(Level.WARNING, "An answer could not be kept for a repetition of its request", lost);
        }
    }

    private String owner() {
        Caller caller = callers.get();
        return caller.kind() + ":" + caller.accountId();
    }

    private static void refuse(ContainerRequestContext request, int status, String code) {
        request.abortWith(Problem.of(
                status,
                "idempotency",
                java.util.List.of(FieldError.of(HEADER, code, LONGEST_KEY)),
                request.getAcceptableLanguages().stream()
                        .findFirst()
                        .map(org.vinculo.crm.shared.Texts::supported)
                        .orElse(java.util.Locale.ENGLISH)));
    }

    private static Response repeat(IdempotencyKeys.Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            response.header(HttpHeaders.ETAG, answer.etag());
        }
        if (answer.body() != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
        }
        return response.build();
    }

    /** Method, path and body. A large body is read into a file meanwhile, and from there by whoever wants it. */
    private static String fingerprint(ContainerRequestContext request) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + " " + request.getUriInfo().getRequestUri() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            MediaType type = request.getMediaType();
            if (type != null && request.hasEntity()) {
                KeptBody body = KeptBody.read(
                        request.getEntityStream(), type.getParameters().get("boundary"), digest);
                request.setProperty(BODY, body);
                request.setEntityStream(body.open());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
