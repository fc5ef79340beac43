package org.vinculo.crm.launcher;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.Request;
import org.apache.catalina.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.glassfish.grizzly.http.util.HttpStatus;

/** Errors that no application answers, such as unknown paths outside both doors: they name no product and no cause. */
public final class PlainErrors extends ErrorReportValve {
    private static final String CONTENT_TYPE = "text/plain;charset=UTF-8";
    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, Throwable cause) throws IOException {
        if (!(response instanceof org.apache.catalina.connector.Response answer)
                || answer.getStatus() < FIRST_ERROR
                || answer.getContentCount() > 0) {
            return;
        }
        if (answer.getStatus() == HttpServletResponse.SC_FORBIDDEN && outside(request)) {
            // Switched-off pages of the server answer "forbidden" and with their name.
            answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        String phrase = HttpStatus.getHttpStatus(answer.getStatus()).getReasonPhrase();
        answer.setContentType(CONTENT_TYPE);
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        answer.setHeader("Referrer-Policy", "same-origin");
        if (Configuration.isReachedByTls()) {
            answer.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        Writer writer = answer.getReporter();
        if (writer != null) {
            writer.write(answer.getStatus() + " " + phrase + "\n");
        }
    }

    /** Whether an answer came from here, so from no application. */
    static boolean wrote(HttpURLConnection connection) throws IOException {
        InputStream body = connection.getErrorStream();
        if (body == null || !CONTENT_TYPE.equals(connection.getContentType())) {
            return false;
        }
        try (body) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return text.startsWith(connection.getResponseCode() + " ");
        }
    }

    private static boolean outside(Request request) {
        return request.getContext() == null || request.getContext().getPath().isEmpty();
    }
}
