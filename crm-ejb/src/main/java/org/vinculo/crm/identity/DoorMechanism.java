package org.vinculo.crm.identity;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Recognises, on every request anew, who a session belongs to. Each web module has its own subclass with its own
 * store.
 *
 * <p>The container is told name and groups on every request and keeps nothing between them: its own session support
 * mixes up callers under load.
 */
public abstract class DoorMechanism implements HttpAuthenticationMechanism {

    private static final String UNATTENDED = "X-Unattended";
    private static final String POLICY_REPORT = "application/csp-report";
    private static final String FAILURE = DoorMechanism.class.getName() + ".failure";

    /** Who the secret of a session belongs to, at this door. */
    protected abstract Optional<SignedIn> recognise(String secret, boolean activity);

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String secret = DoorSession.secret(request);
        if (secret == null) {
            return context.doNothing();
        }
        Optional<SignedIn> found;
        try {
            found = recognise(secret, isActivity(request));
        } catch (RuntimeException failure) {
            // The container would answer without any of our filters. The session stays as it is.
            request.setAttribute(FAILURE, failure);
            return context.doNothing();
        }
        if (found.isEmpty()) {
            DoorSession.leave(request);
            return context.doNothing();
        }
        return enter(request, context, found.get());
    }

    /** Why it could not be found out whose session this is; such a request is neither of somebody nor of nobody. */
    public static Optional<RuntimeException> failure(HttpServletRequest request) {
        return Optional.ofNullable((RuntimeException) request.getAttribute(FAILURE));
    }

    protected static AuthenticationStatus enter(
            HttpServletRequest request, HttpMessageContext context, SignedIn signedIn) {
        DoorSession.recognise(request, signedIn);
        return context.notifyContainerAboutLogin(principal(signedIn.caller()), signedIn.groups());
    }

    /** Names are not unique and can be changed; the kind and the id tell actors apart. */
    private static String principal(Caller caller) {
        return caller.kind() + ":" + caller.accountId();
    }

    /**
     * A page that asks by itself whether there is news must not keep the session alive, nor a browser that reports. A
     * button that presses itself says so in a header; whoever lies about it only ends their own session.
     */
    static boolean isActivity(HttpServletRequest request) {
        if (request.getHeader(UNATTENDED) != null || POLICY_REPORT.equals(request.getContentType())) {
            return false;
        }
        if (!"partial/ajax".equals(request.getHeader("Faces-Request"))) {
            return true;
        }
        String contentType = request.getContentType();
        if (contentType == null || !contentType.startsWith("application/x-www-form-urlencoded")) {
            return true;
        }
        String source = request.getParameter("jakarta.faces.source");
        return source == null || !source.substring(source.lastIndexOf(':') + 1).startsWith("poll");
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        context.cleanClientSubject();
        DoorSession.leave(request);
    }
}
