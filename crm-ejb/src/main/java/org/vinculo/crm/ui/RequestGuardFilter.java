package org.vinculo.crm.ui;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.vinculo.crm.platform.Settings;

/**
 * Refuses what no page of ours ever sends: other methods, changes asked for by another site, a form or a NUL in an address,
 * bodies without a length or larger than what the page takes: files go to the pages only that the parameter {@code uploads}
 * of the filter names, and to the interface of programs. Programs may send bodies in chunks; those are counted while they
 * are read, and so are parts. Calls with a token are exempt from the question for the site, because a token is nothing a
 * browser sends by itself.
 */
public class RequestGuardFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> API_WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final long FORM_LIMIT = 2L * 1024 * 1024;

    private static final int PARTS_OF_PROGRAMS = 100;
    private static final int PARTS_OF_PAGES = 1000;

    private static final String FORM_STATE = "jakarta.faces.ViewState";

    private String uploads = "";

    @Inject
    transient Settings settings;

    @Override
    public void init() {
        String pages = getInitParameter("uploads");
        uploads = pages == null ? "" : " " + pages.strip() + " ";
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int refusal = refusal(request);
        if (refusal != 0) {
            response.sendError(refusal);
        } else if (API_WRITING.contains(request.getMethod())
                && (request.getContentLengthLong() < 0 || Paths.isApi(request) && hasParts(request))) {
            chain.doFilter(new LimitedRequest(request, limit(request), PARTS_OF_PROGRAMS), response);
        } else if (hasParts(request) && mayBeRead(request)) {
            form(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What strangers send to a page that takes files is left where it is: they are shown the door. */
    private static boolean mayBeRead(HttpServletRequest request) {
        return request.getUserPrincipal() != null || request.getContentLengthLong() <= FORM_LIMIT;
    }

    private void form(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        File folder = (File) request.getServletContext().getAttribute(ServletContext.TEMPDIR);
        FormWithFiles form;
        try {
            form = new FormWithFiles(new LimitedRequest(request, limit(request), PARTS_OF_PAGES), folder.toPath());
        } catch (BodyTooLarge tooLarge) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        } catch (IOException broken) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try (form) {
            chain.doFilter(form, response);
        }
    }

    private int refusal(HttpServletRequest request) {
        String method = request.getMethod();
        if (READING.contains(method)) {
            return isAddress(request.getQueryString()) ? 0 : HttpServletResponse.SC_BAD_REQUEST;
        }
        boolean api = Paths.isApi(request);
        if (!(api ? API_WRITING.contains(method) : "POST".equals(method))) {
            return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        }
        if (!(api && hasToken(request)) && !Origins.isOwn(request, settings.address(request.getContextPath()))) {
            return HttpServletResponse.SC_FORBIDDEN;
        }
        long length = request.getContentLengthLong();
        if (length < 0 && request.getHeader("Transfer-Encoding") != null && !api) {
            return HttpServletResponse.SC_LENGTH_REQUIRED;
        }
        return length > limit(request) ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : 0;
    }

    /** A form that comes as an address would be acted on, and people can be made to open addresses. */
    private static boolean isAddress(String query) {
        if (query == null) {
            return true;
        }
        for (String part : query.split("[&;]")) {
            int end = part.indexOf('=');
            if (decoded(end < 0 ? part : part.substring(0, end)).equals(FORM_STATE)) {
                return false;
            }
        }
        return decoded(query).indexOf('\0') < 0;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException notEncoded) {
            return text.contains("%00") ? "\0" : text;
        }
    }

    private long limit(HttpServletRequest request) {
        boolean upload = hasParts(request);
        boolean takesFiles =
                Paths.isApi(request) ? hasToken(request) : uploads.contains(" " + SafePath.page(request) + " ");
        return upload && takesFiles ? settings.maxUploadBytes() + FORM_LIMIT : FORM_LIMIT;
    }

    private static boolean hasParts(HttpServletRequest request) {
        String type = READING.contains(request.getMethod()) ? null : request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    private static boolean hasToken(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.startsWith("Bearer ");
    }
}
