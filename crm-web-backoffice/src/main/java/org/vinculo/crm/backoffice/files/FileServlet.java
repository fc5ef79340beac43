package org.vinculo.crm.backoffice.files;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.vinculo.crm.document.AttachmentService;
import org.vinculo.crm.document.FileAnswer;
import org.vinculo.crm.document.FileContent;
import org.vinculo.crm.identity.AccessRefusals;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.shared.BusinessException;

/**
 * Hands out one attached file. Whoever may not have it gets the same answer as for one that does not exist.
 */
public class FileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    transient AttachmentService attachments;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient AccessRefusals refusals;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (caller.get().kind() != Caller.Kind.STAFF) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        FileContent file;
        try {
            file = attachments.open(request.getParameter("id"));
        } catch (BusinessException missing) {
            refusals.note(request.getMethod(), request.getServletPath());
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        FileAnswer.write(file, response);
    }
}
