package org.vinculo.crm.identity;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Map;

/** Binds the caller to the thread for the time of a request. Both web modules have it before their page rules. */
public class CallerFilter implements Filter {

    /** Where the filter that answers first leaves the id of the request. */
    private static final String REQUEST_ID = "crm.requestId";

    @Inject
    CurrentCaller callers;

    @Inject
    Clients clients;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        Object requestId = http.getAttribute(REQUEST_ID);
        callers.bind(caller(http, requestId == null ? null : requestId.toString()));
        try {
            chain.doFilter(request, response);
        } finally {
            callers.bind(null);
        }
    }

    private Caller caller(HttpServletRequest request, String correlationId) {
        SignedIn signedIn = DoorSession.signedIn(request);
        if (signedIn != null) {
            return signedIn.caller(clients.of(request, signedIn.caller().locale()), correlationId);
        }
        ClientInfo client = clients.of(request, request.getLocale());
        return new Caller(
                Caller.Kind.ANONYMOUS,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                client.ip(),
                client.userAgent(),
                correlationId,
                client.locale(),
                ZoneOffset.UTC);
    }
}
