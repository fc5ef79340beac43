package org.vinculo.crm.backoffice.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.backoffice.api.support.Problem;
import org.vinculo.crm.identity.DoorMechanism;
import org.vinculo.crm.identity.SignedIn;
import org.vinculo.crm.identity.StaffCredential;
import org.vinculo.crm.identity.StaffStore;
import org.vinculo.crm.identity.TokenCredential;
import org.vinculo.crm.identity.TokenStore;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.DatabaseRefusal;
import org.vinculo.crm.shared.RetryLater;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.SecurityHeaders;

/** Recognises staff at the pages by their session, and programs at the API by their token; never the other way. */
@ApplicationScoped
public class StaffMechanism extends DoorMechanism {

    private static final Logger LOG = Logger.getLogger(StaffMechanism.class.getName());
    private static final String API = "/api/v1";
    private static final String SCHEME = "Bearer ";
    private static final String OPEN = "/openapi.json";

    /** Calendar programs know an address and nothing else; the secret in it is looked at behind it. */
    private static final String FEED = "/calendar/feed/";

    @Inject
    StaffStore staff;

    @Inject
    TokenStore tokens;

    @Inject
    Settings settings;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!API.equals(request.getServletPath())) {
            return super.validateRequest(request, response, context);
        }
        String path = request.getPathInfo();
        if (OPEN.equals(path) || path != null && path.startsWith(FEED)) {
            return context.doNothing();
        }
        try {
            Optional<SignedIn> program = token(request).flatMap(token -> tokens.validate(new TokenCredential(token)));
            if (program.isPresent()) {
                return enter(request, context, program.get());
            }
            response.setHeader("WWW-Authenticate", "Bearer");
            refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, "unauthorized");
        } catch (RuntimeException failure) {
            // The container would answer without a body.
            if (DatabaseRefusal.passes(failure)) {
                LOG.log(Level.WARNING, "A token cannot be looked up now", failure);
                response.setIntHeader(RetryLater.HEADER, RetryLater.SECONDS);
                refuse(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "unavailable");
            } else {
                LOG.log(Level.SEVERE, "A token cannot be looked up", failure);
                refuse(request, response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "internal");
            }
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, String code) {
        response.setStatus(status);
        SecurityHeaders.writeWithoutPage(
                request, response, request.isSecure() || settings.baseUrl().startsWith("https:"));
        response.setContentType(Problem.TYPE.toString());
        try {
            response.getWriter().write(Problem.body(status, code, Texts.supported(request.getLocale())));
            response.flushBuffer();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Optional<String> token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    @Override
    protected Optional<SignedIn> recognise(String secret, boolean activity) {
        return staff.validate(new StaffCredential(secret, activity));
    }
}
