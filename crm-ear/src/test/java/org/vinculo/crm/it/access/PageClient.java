package org.vinculo.crm.it.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a screen: keeps cookies, follows nothing, and fills in the forms of Faces pages. */
final class PageClient {

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern NONCE = Pattern.compile("csp\\.init\\('([^']+)'");
    private static final Pattern REDIRECT = Pattern.compile("<redirect url=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI door;

    /** @param door address of a web module, ending in a slash */
    PageClient(URI door) {
        this.door = door;
    }

    /** An answer, with the address it redirects to, in whichever way it says so. */
    record Answer(int status, String body, String location) {

        static Answer of(HttpResponse<String> response) {
            Matcher redirect = REDIRECT.matcher(response.body());
            String location = redirect.find()
                    ? redirect.group(1).replace("&amp;", "&")
                    : response.headers().firstValue("Location").orElse(null);
            return new Answer(response.statusCode(), response.body(), location);
        }

        boolean leadsTo(String page) {
            return location != null && location.contains(page);
        }
    }

    Answer get(String page) {
        return send(HttpRequest.newBuilder(door.resolve(page)).GET());
    }

    /** Opens a page and sends one of its forms by a button. */
    Answer submit(String page, String form, String button, Map<String, String> fields) {
        return post(get(page), page, form, button, fields);
    }

    /** Sends a form of a page that was opened before. */
    Answer post(Answer opened, String page, String form, String button, Map<String, String> fields) {
        return send(form(opened, page, form, button, fields).header("Origin", origin()));
    }

    Answer postFrom(String origin, String page, String form, String button, Map<String, String> fields) {
        return send(form(get(page), page, form, button, fields).header("Origin", origin));
    }

    private HttpRequest.Builder form(
            Answer opened, String page, String form, String button, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(form, form);
        fields.forEach((name, value) -> all.put(form + ":" + name, value));
        all.put("jakarta.faces.ViewState", group(VIEW_STATE, opened.body()));
        all.put("primefaces.nonce", group(NONCE, opened.body()));
        all.put("jakarta.faces.partial.ajax", "true");
        all.put("jakarta.faces.source", form + ":" + button);
        all.put("jakarta.faces.partial.execute", "@all");
        all.put("jakarta.faces.partial.render", form);
        all.put(form + ":" + button, form + ":" + button);
        String path = page.contains("?") ? page.substring(0, page.indexOf('?')) : page;
        return HttpRequest.newBuilder(door.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Faces-Request", "partial/ajax")
                .POST(HttpRequest.BodyPublishers.ofString(encode(all)));
    }

    Answer signIn(String email, String password) {
        return submit("signin", "signIn", "submit", Map.of("email", email, "password", password));
    }

    Answer signOut() {
        return send(HttpRequest.newBuilder(door.resolve("signout"))
                .header("Origin", origin())
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    String sessionId() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().endsWith("SID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Takes over a session, as a thief or a fixer would. */
    void useSession(String cookieName, String value) {
        HttpCookie cookie = new HttpCookie(cookieName, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(door, cookie);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(http.send(
                    request.timeout(Duration.ofSeconds(60)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String origin() {
        return door.getScheme() + "://" + door.getAuthority();
    }

    static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("No " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static String encode(Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return body.toString();
    }
}
