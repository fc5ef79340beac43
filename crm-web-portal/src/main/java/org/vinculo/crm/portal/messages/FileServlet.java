package org.vinculo.crm.portal.messages;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.vinculo.crm.document.FileAnswer;
import org.vinculo.crm.document.FileContent;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.interaction.portal.MyMessages;
import org.vinculo.crm.shared.BusinessException;

/** Hands out a file at one of the customer's own messages; any other does not exist. */
public class FileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient MyMessages messages;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (caller.get().kind() != Caller.Kind.CUSTOMER) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        FileContent file;
        try {
            file = messages.file(request.getParameter("id"));
        } catch (BusinessException missing) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        FileAnswer.write(file, response);
    }
}
