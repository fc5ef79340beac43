package org.vinculo.crm.portal.membership;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.vinculo.crm.identity.DoorSession;
import org.vinculo.crm.identity.SignedIn;
import org.vinculo.crm.identity.portal.MyMemberships;
import org.vinculo.crm.shared.NotFound;

/** Goes over to another of the person's customers. Every page has the form, so it works without the state of a page. */
public class ActFor extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient MyMemberships memberships;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignedIn signedIn = DoorSession.signedIn(request);
        if (signedIn == null) {
            response.sendRedirect(request.getContextPath() + "/signin");
            return;
        }
        try {
            memberships.actFor(request.getParameter("membership"), signedIn.sessionId());
        } catch (NotFound notTheirs) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        DoorSession.startOver(request);
        response.sendRedirect(request.getContextPath() + "/home");
    }
}
