package org.vinculo.crm.it.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies, follows nothing, and fills in the forms of Faces pages. */
public final class PageClient {

    private static final String BOUNDARY = "----fields-and-files";
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern NONCE = Pattern.compile("csp\\.init\\('([^']+)'");
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern SELECT = Pattern.compile("(?s)(<select\\b[^>]*>)(.*?)</select>");
    private static final Pattern CHOSEN = Pattern.compile("<option\\b[^>]*selected=[^>]*>");
    private static final Pattern AREA = Pattern.compile("(?s)(<textarea\\b[^>]*>)(.*?)</textarea>");
    private static final Pattern REDIRECT = Pattern.compile("<redirect url=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI door;
    private boolean tls;

    /** @param door address of a web module, ending in a slash */
    public PageClient(URI door) {
        this.door = door;
    }

    /** The same browser before a proxy that speaks TLS: it keeps secure cookies, which this connection is too plain for. */
    public PageClient behindTls() {
        tls = true;
        return this;
    }

    /** An answer, with the address it redirects to, in whichever way it says so. */
    public record Answer(int status, String body, String location, HttpHeaders headers) {

        static Answer of(HttpResponse<String> response) {
            Matcher redirect = REDIRECT.matcher(response.body());
            String location = redirect.find()
                    ? redirect.group(1).replace("&amp;", "&")
                    : response.headers().firstValue("Location").orElse(null);
            return new Answer(response.statusCode(), response.body(), location, response.headers());
        }

        public boolean leadsTo(String page) {
            return location != null && location.contains(page);
        }
    }

    public Answer get(String page) {
        return send(HttpRequest.newBuilder(door.resolve(page)).GET());
    }

    /** Opens a page and sends one of its forms by a button. */
    public Answer submit(String page, String form, String button, Map<String, String> fields) {
        return post(get(page), page, form, button, fields);
    }

    /** Sends a form of a page that was opened before. A field whose name begins with an equals sign is sent as it is. */
    public Answer post(Answer opened, String page, String form, String button, Map<String, String> fields) {
        return send(form(opened, page, form, button, fields).header("Origin", origin()));
    }

    /** As {@link #post}, with everything that the form was filled with, as a browser does. */
    public Answer postWhole(Answer opened, String page, String form, String button, Map<String, String> changes) {
        Map<String, String> fields = new LinkedHashMap<>();
        filled(opened.body(), form).forEach((name, value) -> fields.put("=" + name, value));
        changes.forEach((name, value) -> fields.put(name.startsWith("=") ? name : "=" + form + ":" + name, value));
        return post(opened, page, form, button, fields);
    }

    /** Presses a button as a browser does that leaves the page for the answer, which may be a file. */
    Answer download(Answer opened, String page, String form, String button) {
        return send(HttpRequest.newBuilder(door.resolve(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin())
                .POST(HttpRequest.BodyPublishers.ofString(encode(all(opened, form, button, Map.of())))));
    }

    private static Map<String, String> filled(String html, String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        INPUT.matcher(html).results().map(MatchResult::group).forEach(input -> {
            boolean choice = input.contains("type=\"radio\"") || input.contains("type=\"checkbox\"");
            boolean file = input.contains("type=\"file\"");
            if (!file && (!choice || input.contains("checked="))) {
                put(fields, form, attribute(input, "name"), attribute(input, "value"));
            }
        });
        SELECT.matcher(html).results().forEach(select -> {
            Matcher chosen = CHOSEN.matcher(select.group(2));
            put(
                    fields,
                    form,
                    attribute(select.group(1), "name"),
                    chosen.find() ? attribute(chosen.group(), "value") : "");
        });
        AREA.matcher(html)
                .results()
                .forEach(area -> put(fields, form, attribute(area.group(1), "name"), area.group(2)));
        return fields;
    }

    private static void put(Map<String, String> fields, String form, String name, String value) {
        if (name.startsWith(form + ":")) {
            fields.put(name, value.replace("&amp;", "&").replace("&quot;", "\""));
        }
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    /** Sends a form as given, with no Origin: for what no page of ours would send. */
    public Answer postRaw(String page, String body) {
        return send(HttpRequest.newBuilder(door.resolve(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** As {@link #postRaw(String, String)}, from a page of the site given. */
    public Answer postRaw(String page, String body, String origin) {
        return send(HttpRequest.newBuilder(door.resolve(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer getWith(String page, String header, String value) {
        return send(
                HttpRequest.newBuilder(door.resolve(page)).header(header, value).GET());
    }

    public Answer postFrom(String origin, String page, String form, String button, Map<String, String> fields) {
        return send(form(get(page), page, form, button, fields).header("Origin", origin));
    }

    private HttpRequest.Builder form(
            Answer opened, String page, String form, String button, Map<String, String> fields) {
        String path = page.contains("?") ? page.substring(0, page.indexOf('?')) : page;
        if (Pattern.compile("<form id=\"" + form + "\"[^>]*\"multipart/form-data\"")
                .matcher(opened.body())
                .find()) {
            String files = all(opened, form, button, fields).entrySet().stream()
                    .map(field -> "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                            + "\"\r\n\r\n" + field.getValue() + "\r\n")
                    .collect(Collectors.joining());
            return HttpRequest.newBuilder(door.resolve(path))
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(HttpRequest.BodyPublishers.ofString(files + "--" + BOUNDARY + "--\r\n"));
        }
        return HttpRequest.newBuilder(door.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Faces-Request", "partial/ajax")
                .POST(HttpRequest.BodyPublishers.ofString(body(opened, form, button, fields)));
    }

    /** What a browser sends when a button of a form is pressed. */
    static String body(Answer opened, String form, String button, Map<String, String> fields) {
        Map<String, String> all = all(opened, form, button, fields);
        all.put("jakarta.faces.partial.ajax", "true");
        all.put("jakarta.faces.source", form + ":" + button);
        all.put("jakarta.faces.partial.execute", "@all");
        all.put("jakarta.faces.partial.render", form);
        return encode(all);
    }

    private static Map<String, String> all(Answer opened, String form, String button, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(form, form);
        fields.forEach((name, value) -> all.put(name.startsWith("=") ? name.substring(1) : form + ":" + name, value));
        all.putIfAbsent("jakarta.faces.ViewState", group(VIEW_STATE, opened.body()));
        all.putIfAbsent("primefaces.nonce", group(NONCE, opened.body()));
        all.put(form + ":" + button, form + ":" + button);
        return all;
    }

    public Answer signIn(String email, String password) {
        return submit("signin", "signIn", "submit", Map.of("email", email, "password", password));
    }

    public Answer signOut() {
        return send(HttpRequest.newBuilder(door.resolve("signout"))
                .header("Origin", origin())
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    public String sessionId() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().endsWith("SID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Throws all cookies away, as a browser that was closed. */
    public void forget() {
        cookies.getCookieStore().removeAll();
    }

    /** Takes over a session, as a thief or a fixer would. */
    public void useSession(String cookieName, String value) {
        HttpCookie cookie = new HttpCookie(cookieName, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(door, cookie);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            Answer answer = Answer.of(http.send(
                    request.timeout(Duration.ofSeconds(60)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
            if (tls) {
                cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String origin() {
        return door.getScheme() + "://" + door.getAuthority();
    }

    public static String group(Pattern pattern, String text) {
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
