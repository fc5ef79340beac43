package org.vinculo.crm.operations;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.vinculo.crm.operations.internal.Traffic;
import org.vinculo.crm.shared.RetryLater;
import org.vinculo.crm.shared.Shutdown;

/**
 * Stands before everything else: counts and times every answer. A server that is about to stop lets the requests end that
 * it has begun and sends new ones away, so that a balancer or a browser asks again elsewhere or later.
 */
public class TrafficFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Traffic traffic;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Shutdown.isAsked()) {
            response.setIntHeader(RetryLater.HEADER, RetryLater.SECONDS);
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        long start = System.nanoTime();
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        traffic.begin();
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            traffic.end(place(request), System.nanoTime() - start, status);
        }
    }

    private static Traffic.Place place(HttpServletRequest request) {
        String path = request.getServletPath();
        boolean file = path.startsWith("/jakarta.faces.resource/") || path.matches(".*\\.(svg|css|txt)");
        String kind = path.startsWith("/api/") || path.equals("/api") ? "api" : file ? "file" : "page";
        return new Traffic.Place(request.getContextPath().replace("/", ""), kind);
    }
}
