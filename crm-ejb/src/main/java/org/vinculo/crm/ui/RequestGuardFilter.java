package org.vinculo.crm.ui;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.vinculo.crm.platform.Settings;

/**
 * Refuses what no page of ours ever sends: other methods, changes asked for by another site, bodies without a length
 * or larger than anything the application takes. Programs may send bodies in chunks; those are counted while they are read. Calls with a token are exempt from the question for the site,
 * because a token is nothing a browser sends by itself.
 */
public class RequestGuardFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> API_WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final long FORM_LIMIT = 2L * 1024 * 1024;

    @Inject
    transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int refusal = refusal(request);
        if (refusal != 0) {
            response.sendError(refusal);
        } else if (request.getContentLengthLong() < 0 && API_WRITING.contains(request.getMethod())) {
            chain.doFilter(new LimitedRequest(request, limit(request)), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private int refusal(HttpServletRequest request) {
        String method = request.getMethod();
        if (READING.contains(method)) {
            return 0;
        }
        boolean api = Paths.isApi(request);
        if (!(api ? API_WRITING.contains(method) : "POST".equals(method))) {
            return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        }
        if (!(api && hasToken(request)) && !Origins.isOwn(request, settings.baseUrl())) {
            return HttpServletResponse.SC_FORBIDDEN;
        }
        long length = request.getContentLengthLong();
        if (length < 0 && request.getHeader("Transfer-Encoding") != null && !api) {
            return HttpServletResponse.SC_LENGTH_REQUIRED;
        }
        return length > limit(request) ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : 0;
    }

    private long limit(HttpServletRequest request) {
        String type = request.getContentType();
        boolean upload = type != null && type.startsWith("multipart/");
        return upload ? settings.maxUploadBytes() + FORM_LIMIT : FORM_LIMIT;
    }

    private static boolean hasToken(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.startsWith("Bearer ");
    }
}
