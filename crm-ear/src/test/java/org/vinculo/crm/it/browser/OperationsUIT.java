package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculo.crm.it.Door.CUSTOMER;
import static org.vinculo.crm.it.Door.STAFF;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.DemoServer;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.Postgres;

/** What those see who run the installation, and what everybody else sees of it. */
class OperationsUIT extends BrowserTest {

    private static final Duration BELIEVED = Duration.ofSeconds(6);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void programsOnThisMachineAskForHealthAndFigures() throws Exception {
        assertThat(get(DemoServer.backoffice().resolve("health")).body()).isEqualTo("UP\n");
        assertThat(get(DemoServer.portal().resolve("ready")).body()).isEqualTo("UP\n");

        String figures = get(DemoServer.backoffice().resolve("metrics")).body();

        assertThat(figures)
                .contains(
                        "crm_database_up 1\n",
                        "crm_heap_used_bytes ",
                        "crm_jobs{state=\"running\"} ",
                        "crm_outbox_waiting ",
                        "crm_http_request_seconds_bucket{door=\"portal\",kind=\"page\",le=\"+Inf\"} ")
                .doesNotContain("@", "jdbc:", "password");
    }

    @Test
    void figuresAreNotThereForWhoComesThroughAnUnknownProxy() throws Exception {
        for (String path : new String[] {"health", "ready", "metrics"}) {
            HttpResponse<String> answer = get(DemoServer.backoffice().resolve(path), "X-Forwarded-For", "203.0.113.7");

            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("UP", "crm_");
        }
    }

    @Test
    void administratorSeesTheStateOfTheInstallation() {
        Visitor admin = as(Account.ADMIN).open(STAFF, "status");

        assertThat(admin.page().locator("#main").innerText())
                .contains(Postgres.EVERYWHERE ? "PostgreSQL" : "Apache Derby");
        assertThat(admin.at("#servers tbody tr").count()).isPositive();
    }

    /** Or whoever left would be kept signed in by the page they left open. */
    @Test
    void whatAPageAsksByItselfSaysSoAndWhatPeoplePressDoesNot() {
        Visitor admin = as(Account.ADMIN);
        admin.page().route("**/customers/new", route -> {
            APIResponse page = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(page)
                    .setBody(page.text().replace("id=\"form:addWeb\"", "id=\"form:addWeb\" data-every=\"1\"")));
        });
        Predicate<Request> pressed = request -> request.method().equals("POST");

        Request byItself = admin.page().waitForRequest(pressed, () -> admin.open(STAFF, "customers/new"));
        admin.settle();
        Request byPeople = admin.page()
                .waitForRequest(pressed, () -> admin.button("addWeb").click());

        assertThat(byItself.postData()).contains("addWeb");
        assertThat(byItself.headers()).containsEntry("x-unattended", "true");
        assertThat(byPeople.postData()).contains("addWeb");
        assertThat(byPeople.headers()).doesNotContainKey("x-unattended");
    }

    @Test
    void maintenanceIsAnnouncedAtBothDoorsAndClosesThem() throws Exception {
        Visitor admin = as(Account.ADMIN).open(STAFF, "admin/maintenance");
        // from the beginning of the day before, so that it has begun whatever the time and the zone of the company
        admin.page().locator("[id$=':fromTime']").fill("00:00");
        String yesterday = (String) admin.page().evaluate("new Date(Date.now() - 86400000).toISOString().slice(0, 10)");
        admin.page().locator("[id$=':from']").fill(yesterday);
        admin.page().locator("[id$=':until']").fill("2099-12-01");
        admin.page().locator("[id$=':text_pt']").fill("We move house <b>soon</b>");
        admin.page().locator("[id$=':closed']").check();
        admin.button("announce").click();
        try {
            admin.page().locator("#maintenance").waitFor();
            assertThat(admin.page().locator("#maintenance").innerText()).contains("We move house <b>soon</b>");

            HttpResponse<String> portal = get(DemoServer.portal().resolve("signin"), "Accept-Language", "es");
            assertThat(portal.statusCode()).isEqualTo(503);
            assertThat(portal.body()).contains("cerrado por mantenimiento");
            HttpResponse<String> program =
                    get(DemoServer.api().resolve("customers"), "Authorization", "Bearer " + DemoServer.token());
            assertThat(program.statusCode()).isEqualTo(503);
            assertThat(program.headers().firstValue("Retry-After")).isPresent();
            assertThat(get(DemoServer.portal().resolve("health")).statusCode()).isEqualTo(200);
            assertThat(get(DemoServer.backoffice().resolve("signin")).statusCode())
                    .isEqualTo(200);
        } finally {
            admin.open(STAFF, "admin/maintenance");
            Locator end = admin.page().locator("[id$=':end']");
            end.click();
            end.waitFor(new Locator.WaitForOptions()
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        }
        awaitOpen(DemoServer.portal().resolve("signin"));
        assertThat(visitor().open(CUSTOMER, "signin").at("#maintenance").count())
                .isZero();
    }

    private void awaitOpen(URI address) throws Exception {
        Instant end = Instant.now().plus(BELIEVED);
        while (get(address).statusCode() != 200 && Instant.now().isBefore(end)) {
            Pause.of(Duration.ofMillis(200));
        }
        assertThat(get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void backupIsMadeAndTriedWhilePeopleWork() {
        Visitor admin = as(Account.ADMIN).open(STAFF, "admin/backups");

        admin.button("begin").click();

        admin.page().locator("#list .b-pos").first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        assertThat(admin.page().locator("#list").innerText()).contains("-button");
    }

    private HttpResponse<String> get(URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
