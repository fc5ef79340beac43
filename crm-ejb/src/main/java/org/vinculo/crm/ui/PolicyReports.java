package org.vinculo.crm.ui;

import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.shared.Json;

/**
 * Takes what browsers report that they did not let a page do (Content Security Policy Level 3, 5.3) and says it in the log:
 * the rule, the page without what it was asked for, and where the refused thing comes from; nothing of a person. A browser,
 * or whoever plays one, can send any number of reports: at most {@value #MOST} an hour are written down.
 */
public class PolicyReports extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(PolicyReports.class.getName());
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LONGEST = 16 * 1024;
    private static final int LONGEST_WORD = 100;
    static final int MOST = 50;

    @Inject
    transient Clock clock;

    private Instant since = Instant.EPOCH;
    private int written;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        if (!mayWrite(clock.instant())) {
            return;
        }
        try (Reader body = new InputStreamReader(request.getInputStream(), StandardCharsets.UTF_8)) {
            char[] text = new char[LONGEST];
            int length = 0;
            for (int read = body.read(text); read > 0; read = body.read(text, length, LONGEST - length)) {
                length += read;
            }
            report(new String(text, 0, length));
        }
    }

    private synchronized boolean mayWrite(Instant now) {
        if (now.isAfter(since.plus(HOUR))) {
            since = now;
            written = 0;
        }
        return ++written <= MOST;
    }

    static void report(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject report = reader.readObject().getJsonObject("csp-report");
            String against = report == null
                    ? null
                    : report.getString("effective-directive", report.getString("violated-directive", null));
            if (against != null) {
                String rule = word(against);
                String page = page(report.getString("document-uri", "?"));
                String source = source(report.getString("blocked-uri", "?"));
                LOG.log(Level.WARNING, () -> "A browser kept " + page + " from using " + source + " against " + rule);
            }
        } catch (JsonException | ClassCastException noReport) {
            LOG.log(Level.FINE, "What was sent as a report is none");
        }
    }

    private static String page(String address) {
        int end = address.indexOf('?') < 0 ? address.length() : address.indexOf('?');
        int path = address.indexOf('/', address.indexOf("//") + 2);
        return word(path < 0 || path > end ? "?" : address.substring(path, end));
    }

    /** A word like {@code inline}, or where an address leads without what is asked there. */
    private static String source(String blocked) {
        String origin = Origins.origin(blocked);
        return word(origin == null ? blocked : origin);
    }

    private static String word(String text) {
        String clean = text.replaceAll("[^A-Za-z0-9:/._-]", "?");
        return clean.substring(0, Math.min(LONGEST_WORD, clean.length()));
    }
}
