package org.vinculo.crm.ui.account;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.vinculo.crm.identity.Clients;
import org.vinculo.crm.identity.DoorSession;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.SignInService;
import org.vinculo.crm.ui.Door;

/** Signs out: the session in the database, the one of the container, and everything that browsers may have kept. */
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignInService signIns;

    @Inject
    transient Clients clients;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Realm realm = Door.of(request.getContextPath()) == Door.BACKOFFICE ? Realm.STAFF : Realm.CUSTOMER;
        String secret = DoorSession.secret(request);
        if (secret != null) {
            signIns.signOut(realm, secret, clients.of(request, request.getLocale()));
        }
        request.logout();
        DoorSession.leave(request);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        response.sendRedirect(request.getContextPath() + "/signin");
    }
}
