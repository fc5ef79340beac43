package org.vinculo.crm.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that talks to the REST interface. Told that its token called too often it waits as long as it was told to: the
 * tests that run at the same time share one.
 */
public final class ApiClient {

    private static final String BOUNDARY = "----crm-it-boundary";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int TOO_MANY = 429;
    private static final int TRIES = 5;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI api;
    private final String token;

    /**
     * @param backoffice address of the back office, ending in a slash
     * @param token null to call without one
     */
    public ApiClient(URI backoffice, String token) {
        this.api = backoffice.resolve("api/v1/");
        this.token = token;
    }

    /** An answer. */
    public record Reply(int status, String body, Map<String, List<String>> headers) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().get(0))
                    .findFirst()
                    .orElse(null);
        }

        /** The first text or number with this name. */
        public String value(String name) {
            Matcher found = Pattern.compile("\"" + name + "\":(?:\"([^\"]*)\"|([-0-9.]+|null))")
                    .matcher(body);
            if (!found.find()) {
                throw new AssertionError("No " + name + " in " + body);
            }
            return found.group(1) != null ? found.group(1) : found.group(2);
        }

        public List<String> values(String name) {
            List<String> all = new ArrayList<>();
            Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(body);
            while (found.find()) {
                all.add(found.group(1));
            }
            return all;
        }
    }

    public Reply get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Reply post(String path, String json, Map<String, String> headers) {
        return send("POST", path, json, headers);
    }

    public Reply send(String method, String path, String json, Map<String, String> headers) {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::header);
        if (json != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return send(request.method(
                method,
                json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Starts an import of a file. */
    public Reply upload(Path file, String kind, String profile) {
        try {
            return upload(file.getFileName().toString(), Files.readAllBytes(file), kind, profile, BOUNDARY, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts an import of a file, with the boundary between the parts and the headers that the program chose. */
    public Reply upload(
            String name, byte[] content, String kind, String profile, String boundary, Map<String, String> headers) {
        String before = part(boundary, "kind", kind)
                + (profile == null ? "" : part(boundary, "profile", profile))
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name + "\"\r\nContent-Type: text/plain\r\n\r\n";
        String after = "\r\n--" + boundary + "--\r\n";
        HttpRequest.Builder request = request("imports");
        headers.forEach(request::header);
        return send(request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(before),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofString(after))));
    }

    /** Waits until an import has ended, at a pace the limit of calls a minute allows; its last state after the patience. */
    public Reply finishedImport(String id, Duration patience) {
        Instant end = Instant.now().plus(patience);
        Reply now = get("imports/" + id);
        while (now.value("finishedAt").equals("null") && Instant.now().isBefore(end)) {
            Pause.of(BETWEEN_LOOKS);
            now = get("imports/" + id);
        }
        return now;
    }

    private static String part(String boundary, String name, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path)).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder request) {
        Reply reply = sendOnce(request);
        for (int tries = 1; reply.status() == TOO_MANY && tries < TRIES; tries++) {
            Pause.of(Duration.ofSeconds(Long.parseLong(reply.header("Retry-After"))));
            reply = sendOnce(request);
        }
        return reply;
    }

    private Reply sendOnce(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Reply(
                    response.statusCode(), response.body(), response.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
