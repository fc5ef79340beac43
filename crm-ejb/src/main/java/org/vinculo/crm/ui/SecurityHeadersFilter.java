package org.vinculo.crm.ui;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.vinculo.crm.platform.Settings;

/**
 * The headers that every answer of a web module carries. Pages get their content policy, with its nonce, from the
 * component library; everything else gets one here under which nothing runs.
 */
public class SecurityHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Settings settings;

    private boolean tls;

    /** A proxy that speaks TLS passes on plain http: people reach the server as its base URL says. */
    @Override
    public void init() {
        tls = settings.baseUrl().startsWith("https:");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(Correlation.HEADER, Correlation.of(request));
        SecurityHeaders.write(response, tls || request.isSecure());
        if (!Paths.isStatic(request)) {
            response.setHeader("Cache-Control", "no-store");
        }
        if (!PageRules.of(request.getServletContext()).knows(SafePath.page(request) + ".xhtml")) {
            SecurityHeaders.nothingRuns(response);
        }
        chain.doFilter(request, response);
    }
}
