package org.vinculo.crm.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.DemoServer;
import org.vinculo.crm.it.Door;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.Repository;
import org.vinculo.crm.it.access.PageClient.Answer;

/**
 * Every page and every operation that carries a reference, asked for somebody else's record: the list is
 * {@code ownership.txt}, and its completeness is checked where it is cheap.
 */
class OwnershipIT {

    private static final String NOBODYS = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final String NO_LINK = "A".repeat(43);
    private static final Pattern NEW_TOKEN = Pattern.compile("id=\"newSecret\">([^<]+)<");
    private static final Map<String, String> PAGES_OF_CLASSES = Map.of("purchases.ViewBacking", "purchases/view");
    private static final Set<String> NEW_WITHOUT_ID = Set.of("admin/user", "calendar/new", "promises/new", "tasks/new");
    private static final Set<String> OPEN_TO_EVERYBODY =
            Set.of("api GET /openapi.json", "api GET /calendar/feed/{secret}");
    private static final String FILE = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"note.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nOwnership of a file\r\n--x--\r\n";
    private static final Map<Account, PageClient> SIGNED_IN = new EnumMap<>(Account.class);

    private static ApiClient full;
    private static ApiClient narrow;
    private static String customer;
    private static String purchase;
    private static String interaction;

    /** A customer of no team: out of reach for everybody who does not see all. */
    @BeforeAll
    static void somebodyElse() {
        full = new ApiClient(DemoServer.backoffice(), DemoServer.token());
        ApiClient.Reply created = full.post(
                "customers", "{\"kind\":\"ORGANISATION\",\"name\":\"Ownership " + System.nanoTime() + "\"}", Map.of());
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        customer = created.value("id");
        ApiClient.Reply bought = full.post(
                "customers/" + customer + "/purchases",
                "{\"purchasedAt\":\"2026-01-02T10:00:00Z\",\"currency\":\"BRL\",\"documentNumber\":\"N1\","
                        + "\"lines\":[{\"product\":\"Beans\",\"quantity\":\"1\",\"unitPrice\":\"10.00\"}]}",
                Map.of());
        assertThat(bought.status()).as(bought.body()).isEqualTo(201);
        purchase = bought.value("id");
        ApiClient.Reply said = full.post(
                "customers/" + customer + "/interactions",
                "{\"channel\":\"PHONE\",\"direction\":\"INBOUND\",\"topic\":\"Ownership asked\"}",
                Map.of());
        assertThat(said.status()).as(said.body()).isEqualTo(201);
        interaction = said.value("id");
        narrow = new ApiClient(DemoServer.backoffice(), tokenWith("OUTBOX_VIEW"));
    }

    private static String tokenWith(String permission) {
        PageClient admin = as(Account.ADMIN);
        Answer made = admin.submit(
                "admin/tokens",
                "form",
                "create",
                Map.of("name", "Narrow " + System.nanoTime(), "permissions", permission));
        return PageClient.group(NEW_TOKEN, made.body()).strip();
    }

    private static PageClient as(Account account) {
        return SIGNED_IN.computeIfAbsent(account, who -> {
            PageClient client = new PageClient(who.door().address());
            assertThat(client.signIn(who.email(), Account.PASSWORD).leadsTo("/home"))
                    .as("sign-in of " + who)
                    .isTrue();
            return client;
        });
    }

    @TestFactory
    Stream<DynamicTest> pages() {
        return cases("page ").entrySet().stream()
                .map(one -> dynamicTest(one.getKey(), () -> {
                    String[] part = one.getKey().split(" ");
                    ask(Door.valueOf(part[1]), part[2], part[3], one.getValue());
                }));
    }

    @TestFactory
    Stream<DynamicTest> pagesThatReadTheirParametersThemselves() {
        return cases("reads ").entrySet().stream()
                .map(one -> dynamicTest(one.getKey(), () -> {
                    String[] part = one.getKey().split(" ");
                    ask(Door.valueOf(part[1]), PAGES_OF_CLASSES.get(part[2]), part[3], one.getValue());
                }));
    }

    @TestFactory
    Stream<DynamicTest> operations() {
        return cases("api ").entrySet().stream()
                .map(one -> dynamicTest(one.getKey(), () -> {
                    String[] part = one.getKey().split(" ");
                    call(part[1], part[2].substring(1), one.getValue());
                }));
    }

    /** What a persistence test proves for each record needs its token before all. */
    @TestFactory
    Stream<DynamicTest> operationsProvedElsewhere() {
        return lines("api ").entrySet().stream()
                .filter(one -> one.getValue().contains("#") || one.getValue().startsWith("none:"))
                .filter(one -> !OPEN_TO_EVERYBODY.contains(one.getKey()))
                .map(one -> dynamicTest(one.getKey(), () -> {
                    String[] part = one.getKey().split(" ");
                    String path = part[2].substring(1).replaceAll("\\{[^}]+}", NOBODYS);
                    boolean upload = path.endsWith("/files") && part[1].equals("POST");
                    String body = part[1].equals("POST")
                            ? upload ? FILE : "{\"other\":\"" + NOBODYS + "\",\"type\":\"PARTNER\"}"
                            : null;
                    Map<String, String> headers =
                            upload ? Map.of("Content-Type", "multipart/form-data; boundary=x") : Map.of();
                    for (String token : new String[] {null, "x".repeat(43)}) {
                        assertThat(new ApiClient(DemoServer.backoffice(), token)
                                        .send(part[1], path, body, headers)
                                        .status())
                                .isEqualTo(401);
                    }
                    assertThat(narrow.send(part[1], path, body, headers).status())
                            .as("a token without the scope")
                            .isEqualTo(403);
                }));
    }

    /** A file comes back to whoever may see what it hangs on, and a browser does nothing with it but save it. */
    @Test
    void filesAreForThoseWhoMayAndForSavingOnly() {
        ApiClient.Reply attached = full.send(
                "POST",
                "interactions/" + interaction + "/files",
                FILE,
                Map.of("Content-Type", "multipart/form-data; boundary=x"));
        assertThat(attached.status()).as(attached.body()).isEqualTo(201);
        String file = attached.value("id");

        assertThat(new PageClient(Door.STAFF.address()).get("file?id=" + file).body())
                .as("anonymous")
                .doesNotContain("Ownership");
        for (Account other : List.of(Account.SALES, Account.ANA)) {
            Answer refused = as(other).get((other == Account.ANA ? "../backoffice/" : "") + "file?id=" + file);
            assertThat(refused.body()).as(other.name()).doesNotContain("Ownership");
            assertThat(refused.headers().firstValue("Content-Disposition")).isEmpty();
        }
        assertThat(as(Account.SALES).get("file?id=" + file).status()).isEqualTo(404);
        assertThat(as(Account.SALES).get("file?id=" + NOBODYS).status()).isEqualTo(404);

        Answer opened = as(Account.ADMIN).get("file?id=" + file);
        assertThat(opened.body()).isEqualTo("Ownership of a file");
        forSavingOnly(opened.headers().map());
        assertThat(opened.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        forSavingOnly(full.get("interactions/" + interaction + "/files/" + file).headers());
        assertThat(full.get("interactions/" + NOBODYS + "/files/" + file).status())
                .isEqualTo(404);
    }

    @Test
    void exportsAreForSavingOnly() {
        ApiClient.Reply started =
                full.post("exports", "{\"kind\":\"customers\",\"filter\":{\"q\":\"nobody has this name\"}}", Map.of());
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String file = "exports/" + started.value("id") + "/file";
        ApiClient.Reply written = full.get(file);
        for (int i = 0; i < 40 && written.status() != 200; i++) {
            Pause.of(Duration.ofMillis(500));
            written = full.get(file);
        }

        assertThat(written.status()).as(written.body()).isEqualTo(200);
        forSavingOnly(written.headers());
        full.send("DELETE", "exports/" + started.value("id"), null, Map.of());
    }

    private static void forSavingOnly(Map<String, List<String>> headers) {
        Map<String, List<String>> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        named.putAll(headers);
        assertThat(named.get("Content-Disposition").get(0)).startsWith("attachment");
        assertThat(named.get("X-Content-Type-Options")).containsOnly("nosniff");
        assertThat(named.get("Cache-Control").get(0)).contains("no-store");
        assertThat(named.get("Content-Security-Policy").get(0)).contains("default-src 'none'");
    }

    private static void ask(Door door, String page, String parameter, String kind) {
        if (kind.equals("link")) {
            Answer answer = new PageClient(door.address()).get(page + "?" + parameter + "=" + NO_LINK);
            assertThat(answer.status()).isIn(200, 404);
            assertThat(answer.body()).doesNotContain("type=\"password\"");
            return;
        }
        Answer nobody = new PageClient(door.address()).get(page + "?" + parameter + "=" + ofSomebodyElse(kind));
        assertThat(nobody.leadsTo("/signin")).as("anonymous").isTrue();
        Account other = door == Door.CUSTOMER ? Account.ANA : Account.SALES;
        Answer answer = as(other).get(page + "?" + parameter + "=" + ofSomebodyElse(kind));
        assertThat(answer.status()).as(other.name()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("Ownership", "Beans");
        if (door == Door.STAFF) {
            assertThat(as(Account.ADMIN)
                            .get(page + "?" + parameter + "=" + NOBODYS)
                            .status())
                    .as("an id that nothing has")
                    .isEqualTo(404);
            assertThat(as(Account.ADMIN).get(page).status())
                    .as("no id at all")
                    .isEqualTo(NEW_WITHOUT_ID.contains(page) ? 200 : 404);
            assertThat(as(Account.ANA)
                            .get(page + "?" + parameter + "=" + ofSomebodyElse(kind))
                            .body())
                    .as("the same path at the other door")
                    .doesNotContain("Ownership");
        }
    }

    private static void call(String method, String path, String kind) {
        String before = everythingOfTheirs();
        String question = path.endsWith("contactability") ? "?purpose=offers&channel=EMAIL" : "";
        String present = path.replace("{id}", ofSomebodyElse(kind)) + question;
        Map<String, String> headers = Map.of("If-Match", version());
        String body = method.equals("GET") || method.equals("DELETE") ? null : "{\"name\":\"Stolen\"}";

        assertThat(new ApiClient(DemoServer.backoffice(), null)
                        .send(method, present, body, headers)
                        .status())
                .as("nobody")
                .isEqualTo(401);
        assertThat(new ApiClient(DemoServer.backoffice(), "x".repeat(43))
                        .send(method, present, body, headers)
                        .status())
                .as("a token that was never given")
                .isEqualTo(401);
        boolean upload = method.equals("POST") && path.equals("imports");
        assertThat((upload
                                ? narrow.upload(Repository.ROOT.resolve("mvnw"), "customers", null)
                                : narrow.send(method, present, body, headers))
                        .status())
                .as("a token without the scope")
                .isEqualTo(403);
        if (path.contains("{id}")) {
            assertThat(full.send(method, path.replace("{id}", NOBODYS) + question, body, headers)
                            .status())
                    .as("an id that nothing has")
                    .isIn(404, body == null ? 404 : 422);
        }
        assertThat(everythingOfTheirs()).as("nothing was written").isEqualTo(before);
    }

    private static String version() {
        return full.get("customers/" + customer).header("ETag");
    }

    /** The records that others ask for, with their versions, as somebody reads them who may. */
    private static String everythingOfTheirs() {
        return Stream.of("", "/purchases", "/preferences")
                .map(part -> "customers/" + customer + part)
                .collect(StringBuilder::new, (all, path) -> all.append(read(path)), (all, more) -> all.append(more))
                .append(read("interactions/" + interaction))
                .append(read("interactions/" + interaction + "/files"))
                .toString();
    }

    private static String read(String path) {
        ApiClient.Reply now = full.get(path);
        assertThat(now.status()).as(path).isEqualTo(200);
        return path + " " + now.header("ETag") + " " + now.body() + "\n";
    }

    private static String ofSomebodyElse(String kind) {
        return switch (kind) {
            case "customer" -> customer;
            case "purchase" -> purchase;
            case "interaction" -> interaction;
            default -> NOBODYS;
        };
    }

    /** A form that was opened for one record writes to that one, whatever else is sent with it. */
    @Test
    void aFormOfMineDoesNotWriteToSomebodyElses() {
        String before = everythingOfTheirs();
        PageClient sales = as(Account.TELESALES);
        String mine = own(sales);
        Answer opened = sales.get("customers/edit?id=" + mine);
        String mineBefore = full.get("customers/" + mine).value("name");

        Answer saved = sales.postWhole(
                opened,
                "customers/edit?id=" + mine,
                "form",
                "save",
                Map.of(
                        "=id", customer,
                        "publicId", customer,
                        "version", "999",
                        "createdBy", "evil",
                        "stage", "CUSTOMER"));

        assertThat(saved.status()).isIn(200, 302, 303);
        assertThat(everythingOfTheirs()).isEqualTo(before);
        assertThat(full.get("customers/" + mine).value("name")).isEqualTo(mineBefore);
    }

    private static String own(PageClient sales) {
        var ids = Pattern.compile("view\\?id=([A-Za-z0-9_-]{22})")
                .matcher(sales.get("customers/list").body());
        while (ids.find()) {
            if (sales.get("customers/edit?id=" + ids.group(1)).status() == 200) {
                return ids.group(1);
            }
        }
        throw new AssertionError("Telesales may change no customer on the first page of the list");
    }

    private static Map<String, String> cases(String sort) {
        Map<String, String> found = lines(sort);
        found.values().removeIf(kind -> kind.startsWith("none:") || kind.contains("#"));
        assertThat(found).isNotEmpty();
        return found;
    }

    private static Map<String, String> lines(String sort) {
        Map<String, String> found = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                OwnershipIT.class.getResourceAsStream("ownership.txt"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.startsWith(sort)).forEach(line -> {
                int equals = line.indexOf(" = ");
                found.put(line.substring(0, equals), line.substring(equals + 3));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
