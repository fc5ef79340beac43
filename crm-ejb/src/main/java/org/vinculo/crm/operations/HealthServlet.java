package org.vinculo.crm.operations;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.vinculo.crm.operations.internal.Readiness;
import org.vinculo.crm.operations.internal.Watchers;

/**
 * Two questions of a balancer or a supervisor. {@code /health}: is the process alive; if not, start it again. {@code
 * /ready}: does it work, database included; if not, send people elsewhere. The answers are one word.
 */
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Readiness readiness;

    @Inject
    transient Watchers watchers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!watchers.admit(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean up = !request.getServletPath().equals("/ready") || readiness.isReady();
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(up ? "UP\n" : "DOWN\n");
    }
}
