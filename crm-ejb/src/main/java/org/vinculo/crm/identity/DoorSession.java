package org.vinculo.crm.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;

/**
 * What the HTTP session of a door knows: the secret of a login session, or of a half one that waits for its second
 * factor. The two never mean the same: a half session opens nothing.
 */
public final class DoorSession {

    private static final String SECRET = "org.vinculo.crm.session";
    private static final String HALF = "org.vinculo.crm.session.half";
    private static final String SIGNED_IN = "org.vinculo.crm.signedIn";
    private static final Duration GRACE = Duration.ofMinutes(5);

    private DoorSession() {}

    /** Enters with a full session. The container's session gets a new id, against fixation. */
    public static void enter(HttpServletRequest request, String secret, Duration idle) {
        HttpSession session = renewed(request);
        session.removeAttribute(HALF);
        session.setAttribute(SECRET, secret);
        session.setMaxInactiveInterval((int) idle.plus(GRACE).toSeconds());
    }

    /**
     * Goes on with the same sign-in in a fresh session of the container: pages that still stand open, filled in for
     * another customer, are void and cannot be saved.
     */
    public static void startOver(HttpServletRequest request) {
        HttpSession before = request.getSession(false);
        String secret = (String) before.getAttribute(SECRET);
        int idleSeconds = before.getMaxInactiveInterval();
        before.invalidate();
        HttpSession session = request.getSession(true);
        session.setAttribute(SECRET, secret);
        session.setMaxInactiveInterval(idleSeconds);
    }

    public static void enterHalf(HttpServletRequest request, String halfSecret) {
        HttpSession session = renewed(request);
        session.removeAttribute(SECRET);
        session.setAttribute(HALF, halfSecret);
    }

    private static HttpSession renewed(HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        return session;
    }

    public static String secret(HttpServletRequest request) {
        return attribute(request, SECRET);
    }

    public static String halfSecret(HttpServletRequest request) {
        return attribute(request, HALF);
    }

    private static String attribute(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(name);
    }

    public static void leave(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Notes for the rest of the request who was recognised. */
    static void recognise(HttpServletRequest request, SignedIn signedIn) {
        request.setAttribute(SIGNED_IN, signedIn);
    }

    /** Who was recognised in this request, or null. */
    public static SignedIn signedIn(HttpServletRequest request) {
        return (SignedIn) request.getAttribute(SIGNED_IN);
    }
}
