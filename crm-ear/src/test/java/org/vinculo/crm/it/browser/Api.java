package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vinculo.crm.it.DemoServer;
import org.vinculo.crm.it.Pause;

/** The REST interface, for what a story needs to be there before its people come. */
final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Api() {}

    /** Public id of the first customer found. */
    static String customer(String query) {
        return field("id", get("customers?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    }

    /** Public id of the customer with one's own number. */
    static String customerByNumber(String externalId) {
        return field("id", get("customers?externalId=" + URLEncoder.encode(externalId, StandardCharsets.UTF_8)));
    }

    /** Public id of a new customer. */
    static String newCustomer(String json) {
        return field("id", send(to("customers").POST(json(json)).header("Content-Type", "application/json")));
    }

    /** Public id of a new conversation with a customer. */
    static String interaction(String customer) {
        return interaction(customer, "Sample");
    }

    static String interaction(String customer, String topic) {
        String body =
                "{\"channel\":\"PHONE\",\"direction\":\"OUTBOUND\",\"outcome\":\"DONE\",\"topic\":\"" + topic + "\"}";
        String path = "customers/" + customer + "/interactions";
        return field("id", send(to(path).POST(json(body)).header("Content-Type", "application/json")));
    }

    /** Imports a file and waits until it is over. */
    static String imported(String kind, String fileName, String content, String profile) {
        String id = field("id", send(multipart(kind, fileName, content, profile)));
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String state = "";
        while (System.nanoTime() < end) {
            state = field("state", get("imports/" + id));
            if (state.startsWith("COMPLETED")) {
                return id;
            }
            Pause.of(Duration.ofMillis(100));
        }
        throw new AssertionError("Import " + id + " is still " + state);
    }

    static String get(String path) {
        return send(to(path).GET());
    }

    /** The first value of a field with this name. */
    static String field(String name, String json) {
        Matcher field =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}\\]]+)").matcher(json);
        assertThat(field.find()).as("%s in %s", name, json).isTrue();
        return field.group(1);
    }

    private static HttpRequest.Builder multipart(String kind, String fileName, String content, String profile) {
        String boundary = "part-of-a-test";
        String body = part(boundary, "kind", kind)
                + (profile == null ? "" : part(boundary, "profile", profile))
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return to("imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(json(body));
    }

    private static String part(String boundary, String name, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static HttpRequest.BodyPublisher json(String text) {
        return HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder to(String path) {
        URI address = DemoServer.api().resolve(path);
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + DemoServer.token());
    }

    private static String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
