package org.vinculo.crm.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.AtOnce;
import org.vinculo.crm.it.DemoServer;
import org.vinculo.crm.it.access.PageClient;
import org.vinculo.crm.it.access.PageClient.Answer;

/** The same thing asked for twice, and two people who change the same thing. */
class TwiceIT {

    private static final int AT_ONCE = 6;
    private static final int ROUNDS = 5;
    private static final Pattern ROLE = Pattern.compile("name=\"form:roleIds\"[^>]*value=\"([^\"]+)\"");

    private final ApiClient api = new ApiClient(DemoServer.backoffice(), DemoServer.token());

    @Test
    void aFormThatIsSentTwiceMakesOneCustomer() throws Exception {
        String name = "Twice" + System.nanoTime();
        PageClient manager = manager();
        Answer form = manager.get("customers/new");
        Callable<Answer> press = () -> manager.postWhole(
                form, "customers/new", "form", "save", Map.of("givenName", name, "familyName", "Once"));

        List<Answer> answers = new ArrayList<>(AtOnce.all(List.of(press, press, press)));
        answers.add(press.call());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isLessThan(500));
        assertThat(answers.stream()
                        .filter(answer -> answer.leadsTo("/customers/view"))
                        .map(Answer::location)
                        .distinct())
                .hasSize(1);
        assertThat(named(name)).hasSize(1);
    }

    @Test
    void formsThatAreSentTwiceDoTheirDeedOnce() throws Exception {
        PageClient admin = admin();
        long now = System.nanoTime();
        String id = api.post("customers", organisation("Forms" + now), Map.of()).value("id");

        thrice(
                admin,
                "customers/portal?id=" + id,
                "invitation",
                "invite",
                Map.of("email", "twice" + now + "@example.org", "name", "Twice"));
        thrice(
                admin,
                "customers/view?id=" + id,
                "quickLog",
                "write",
                Map.of("topic", "Said once " + now, "outcome", "DONE", "=quickCustomer", id));
        thrice(admin, "admin/tokens", "form", "create", Map.of("name", "Token" + now, "permissions", "OUTBOX_VIEW"));
        thrice(
                admin,
                "admin/user",
                "form",
                "invite",
                Map.of(
                        "name",
                        "Twice",
                        "email",
                        "staff" + now + "@example.org",
                        "language",
                        "en",
                        "roleIds",
                        PageClient.group(ROLE, admin.get("admin/user").body())));

        assertThat(count(admin.get("customers/portal?id=" + id), "twice" + now))
                .as("invitations")
                .isEqualTo(1);
        assertThat(count(admin.get("admin/outbox"), "twice" + now)).as("mails").isEqualTo(1);
        assertThat(count(admin.get("customers/view?id=" + id), "Said once " + now))
                .as("conversations")
                .isEqualTo(1);
        assertThat(count(admin.get("admin/tokens"), "Token" + now)).as("tokens").isEqualTo(1);
        assertThat(count(admin.get("admin/users?q=staff" + now), "staff" + now + "@example.org"))
                .as("staff")
                .isEqualTo(1);
    }

    @Test
    void whatCustomersAskForTwiceIsAskedOnce() throws Exception {
        PageClient bruno = new PageClient(DemoServer.portal());
        assertThat(bruno.signIn(Account.BRUNO.email(), Account.PASSWORD).leadsTo("/home"))
                .isTrue();
        String words = "Said once " + System.nanoTime();

        thrice(bruno, "messages", "writing", "send", Map.of("message", words));
        thrice(bruno, "data", "needs", "tell", Map.of("text", words));
        thrice(bruno, "privacy", "asking", "send", Map.of("kind", "CORRECTION", "words", words));

        assertThat(count(bruno.get("messages"), words)).as("messages").isEqualTo(1);
        Answer data = bruno.get("data");
        assertThat(Pattern.compile("(?s)<form id=\"needs\".*?</form>")
                        .matcher(data.body())
                        .results()
                        .map(form -> form.group().split(words, -1).length - 1))
                .as("needs")
                .containsExactly(1);
        Answer privacy = bruno.get("privacy");
        assertThat(count(privacy, words)).as("requests").isEqualTo(1);
        String withdraw = PageClient.group(Pattern.compile("\"requests:([^\"]*withdraw)\""), privacy.body());
        bruno.postWhole(privacy, "privacy", "requests", withdraw, Map.of());
    }

    @Test
    void whatIsPlannedTwiceIsPlannedOnce() throws Exception {
        PageClient admin = admin();
        long now = System.nanoTime();
        String id =
                api.post("customers", organisation("Planned" + now), Map.of()).value("id");
        String tab = "customers/view?id=" + id + "&tab=activity";

        thrice(admin, tab, "newTask", "make", Map.of("title", "Call " + now));
        thrice(
                admin,
                tab,
                "newPromise",
                "make",
                Map.of(
                        "what",
                        "Send " + now,
                        "dueOn",
                        LocalDate.now(ZoneOffset.UTC).plusDays(3).toString()));
        thrice(admin, "calendar/new?customer=" + id, "form", "save", Map.of("title", "Meet " + now));
        thrice(admin, "tasks/new?customer=" + id, "form", "save", Map.of("title", "Visit " + now));

        String plans = admin.get(tab).body();
        assertThat(links("tasks", plans)).as("tasks").hasSize(2);
        assertThat(links("promises", plans)).as("promises").hasSize(1);
        assertThat(links("calendar", plans)).as("appointments").hasSize(1);
    }

    private static Set<String> links(String room, String page) {
        return Pattern.compile(room + "/edit\\?id=([A-Za-z0-9_-]{22})")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void aColleagueWhoIsInvitedTwiceIsInvitedOnce() throws Exception {
        PageClient bruno = new PageClient(DemoServer.portal());
        assertThat(bruno.signIn(Account.BRUNO.email(), Account.PASSWORD).leadsTo("/home"))
                .isTrue();
        String email = "colleague" + System.nanoTime() + "@example.org";

        thrice(bruno, "team", "invitation", "send", Map.of("email", email, "name", "Colleague"));

        Answer team = bruno.get("team");
        assertThat(Pattern.compile("<li\\b.*?</li>", Pattern.DOTALL)
                        .matcher(team.body())
                        .results()
                        .filter(row -> row.group().contains(email)))
                .as("people of the team")
                .hasSize(1);
        assertThat(count(admin().get("admin/outbox"), email)).as("mails").isEqualTo(1);
        String remove = PageClient.group(
                Pattern.compile("(?s)" + Pattern.quote(email) + ".*?\"members:([^\"]*remove)\""), team.body());
        bruno.postWhole(team, "team", "members", remove, Map.of());
    }

    private static void thrice(PageClient who, String page, String form, String button, Map<String, String> fields)
            throws Exception {
        Answer opened = who.get(page);
        assertThat(opened.body()).as(page).contains("<form id=\"" + form + "\"");
        Callable<Answer> press = () -> who.postWhole(opened, page, form, button, fields);
        List<Answer> answers = new ArrayList<>(AtOnce.all(List.of(press, press)));
        answers.add(press.call());

        assertThat(answers).as(page).allSatisfy(answer -> {
            assertThat(answer.status()).isLessThan(400);
            assertThat(answer.body()).doesNotContain("aria-invalid=\"true\"");
        });
    }

    private static int count(Answer answer, String text) {
        return answer.body().split(Pattern.quote(text), -1).length - 1;
    }

    @Test
    void parallelCallsWithOneKeyMakeOneCustomer() throws Exception {
        String name = "Key" + System.nanoTime();
        Map<String, String> key = Map.of("Idempotency-Key", name);
        List<Callable<ApiClient.Reply>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            calls.add(() -> api.post("customers", organisation(name), key));
        }

        List<ApiClient.Reply> replies = AtOnce.all(calls);

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(201, 409));
        assertThat(replies.stream().filter(reply -> reply.status() == 201)).isNotEmpty();
        assertThat(named(name)).hasSize(1);
        ApiClient.Reply later = api.post("customers", organisation(name), key);
        assertThat(later.status()).isEqualTo(201);
        assertThat(later.value("id")).isEqualTo(named(name).get(0));
        assertThat(api.post("customers", organisation(name + "x"), key).status())
                .as("another body under the same key")
                .isEqualTo(422);
    }

    @Test
    void anUploadIsToldByItsContentAndNotByItsLength() {
        long now = System.nanoTime();
        Map<String, String> key = Map.of("Idempotency-Key", "upload" + now);
        String one = "name\nUpload one " + now + "\n";

        ApiClient.Reply first = upload(one, "first-boundary", key);
        ApiClient.Reply again = upload(one, "another-and-longer-boundary", key);
        ApiClient.Reply other = upload(one.replace("one", "two"), "first-boundary", key);

        assertThat(first.status()).as(first.body()).isEqualTo(202);
        assertThat(again.status()).as(again.body()).isEqualTo(202);
        assertThat(again.value("id")).isEqualTo(first.value("id"));
        assertThat(other.status()).as("the same length, other content").isEqualTo(422);
    }

    private ApiClient.Reply upload(String content, String boundary, Map<String, String> headers) {
        return api.upload(
                "upload.csv",
                content.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "customers",
                null,
                boundary,
                headers);
    }

    @Test
    void ofTwoProgramsThatChangeTheSameTheSecondIsTold() throws Exception {
        ApiClient.Reply created = api.post("customers", organisation("Both" + System.nanoTime()), Map.of());
        String path = "customers/" + created.value("id");
        Map<String, String> read = Map.of("If-Match", created.header("ETag"));
        List<Callable<ApiClient.Reply>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String notes = "{\"notes\":\"number " + i + "\"}";
            calls.add(() -> api.send("PATCH", path, notes, read));
        }

        List<ApiClient.Reply> replies = AtOnce.all(calls);

        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(200, 409, 412));
        int winner = replies.indexOf(replies.stream()
                .filter(reply -> reply.status() == 200)
                .findFirst()
                .orElseThrow());
        assertThat(api.get(path).value("notes")).isEqualTo("number " + winner);
        assertThat(api.send("PATCH", path, "{\"notes\":\"x\"}", Map.of()).status())
                .isEqualTo(428);
        assertThat(api.send("DELETE", path, null, read).status()).isEqualTo(412);
    }

    @Test
    void whoMergesWhatSomebodyElseIsChangingGetsAllOfItOrNothing() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            String name = "Both" + System.nanoTime();
            String path = "customers/"
                    + api.post("customers", organisation(name), Map.of()).value("id");
            ApiClient.Reply other = api.post("customers", organisation(name + " SA"), Map.of());
            String otherPath = "customers/" + other.value("id");
            Map<String, String> read = Map.of("If-Match", other.header("ETag"));

            List<ApiClient.Reply> replies = AtOnce.all(List.of(
                    () -> api.send("PATCH", otherPath, "{\"notes\":\"changed\"}", read),
                    () -> api.post(path + "/merge", "{\"other\":\"" + other.value("id") + "\"}", Map.of())));

            boolean changed = replies.get(0).status() == 200;
            boolean merged = replies.get(1).status() == 200;
            assertThat(replies.get(0).status()).as(replies.get(0).body()).isIn(200, 404, 409, 410, 412);
            assertThat(replies.get(1).status()).as(replies.get(1).body()).isIn(200, 409);
            assertThat(changed || merged).as("one of them succeeds").isTrue();
            assertThat(named(name)).hasSize(merged ? 1 : 2);
            if (merged) {
                assertThat(api.post(path + "/split", "{}", Map.of()).status()).isEqualTo(200);
                assertThat(named(name)).hasSize(2);
            }
            assertThat(api.get(otherPath).body().contains("\"notes\":\"changed\""))
                    .isEqualTo(changed);
        }
    }

    @Test
    void aFormThatIsOlderThanTheRecordShowsBoth() {
        String id = api.post(
                        "customers",
                        "{\"kind\":\"PERSON\",\"givenName\":\"Old\",\"familyName\":\"Form" + System.nanoTime() + "\"}",
                        Map.of())
                .value("id");
        PageClient admin = admin();
        String page = "customers/edit?id=" + id;
        Answer mine = admin.get(page);
        Answer theirs = admin.get(page);
        assertThat(admin.postWhole(theirs, page, "form", "save", Map.of("givenName", "Theirs", "familyName", "Changed"))
                        .leadsTo("/customers/view"))
                .isTrue();

        Answer conflict =
                admin.postWhole(mine, page, "form", "save", Map.of("givenName", "Mine", "familyName", "Changed"));

        assertThat(conflict.location()).isNull();
        assertThat(conflict.body()).contains("conflictTitle", "Theirs", "Mine");
        assertThat(api.get("customers/" + id).value("givenName")).isEqualTo("Theirs");
    }

    private static PageClient admin() {
        PageClient admin = new PageClient(DemoServer.backoffice());
        admin.signIn(Account.ADMIN.email(), Account.PASSWORD);
        return admin;
    }

    private static PageClient manager() {
        PageClient manager = new PageClient(DemoServer.backoffice());
        assertThat(manager.signIn(Account.MANAGER.email(), Account.PASSWORD).leadsTo("/home"))
                .isTrue();
        return manager;
    }

    private List<String> named(String name) {
        ApiClient.Reply found = api.get("customers?q=" + name);
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        return found.values("id").stream().distinct().toList();
    }

    private static String organisation(String name) {
        return "{\"kind\":\"ORGANISATION\",\"name\":\"" + name + "\"}";
    }
}
