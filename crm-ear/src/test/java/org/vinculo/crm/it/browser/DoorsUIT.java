package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;

/** People come in at their own door and nowhere else. */
class DoorsUIT extends BrowserTest {

    @Test
    void staffSignInAndOpenTheirCustomers() {
        Visitor admin = visitor().signIn(Account.ADMIN);

        admin.open(Door.STAFF, "customers/list");

        assertThat(admin.at("#customers tbody tr").count()).isPositive();
    }

    @Test
    void theIdOfTheSessionIsNewAndLongAfterSigningIn() {
        Visitor admin = visitor().open(Door.STAFF, "signin");
        String before = admin.sessionId(Door.STAFF);

        admin.signIn(Account.ADMIN);

        assertThat(admin.sessionId(Door.STAFF)).isNotEqualTo(before).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void aStrangerAtAPageIsAskedToSignInAndComesBack() {
        Visitor stranger = visitor().open(Door.STAFF, "customers/list");
        assertThat(stranger.path()).contains("/backoffice/signin");

        stranger.field("email").fill(Account.ADMIN.email());
        stranger.field("password").fill(Account.PASSWORD);
        stranger.button("submit").click();
        stranger.page().waitForURL(address -> !address.contains("/signin"));

        assertThat(stranger.path()).contains("/backoffice/customers/list");
    }

    @Test
    void customersStayOutOfTheBackOfficeAndStaffOutOfThePortal() {
        Visitor customer = visitor().signIn(Account.ANA);
        assertThat(customer.open(Door.STAFF, "home").path()).contains("/backoffice/signin");

        Visitor staff = visitor().signIn(Account.ADMIN);
        assertThat(staff.open(Door.CUSTOMER, "home").path()).contains("/portal/signin");
    }

    @ParameterizedTest
    @EnumSource
    void whoSignedOutFindsNothingOnThePagesBefore(Door door) {
        Account account = door == Door.STAFF ? Account.ADMIN : Account.ANA;
        Visitor person = visitorWhoGoesBack().signIn(account);
        person.open(door, door == Door.STAFF ? "customers/list" : "data");
        String shown = person.at("main").innerText();
        person.page().evaluate("window.__before = true");
        person.open(door, "home").back();
        assertThat(person.page().evaluate("window.__before"))
                .as("this browser keeps the page before as it was")
                .isEqualTo(true);

        person.open(door, "home")
                .page()
                .evaluate("document.querySelector(\"form[action$='/signout']\").requestSubmit()");
        person.page().waitForURL(address -> address.contains("/signin"));
        for (int pages = 0; pages < 2; pages++) {
            person.settle().back();
            assertThat(person.path()).contains("/signin");
            assertThat(person.at("main").innerText()).isNotEqualTo(shown);
            assertThat(person.page().evaluate("window.__before")).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void passwordsCanBePastedAndManagersKnowThem(Door door) {
        Account account = door == Door.STAFF ? Account.ADMIN : Account.ANA;
        Visitor person = visitor().open(door, "signin");
        person.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        assertThat(known(person)).containsExactly("email username", "password current-password");
        pasteEverywhere(person);

        person.signIn(account).open(door, door == Door.STAFF ? "profile/security" : "security");
        assertThat(known(person))
                .contains("current current-password", "password new-password")
                .containsAnyOf("username username", " username");
        pasteEverywhere(person);
    }

    /** What tells a password manager which field is which. */
    private static List<String> known(Visitor person) {
        return person.at("input[autocomplete~=username], input[type=password]").all().stream()
                .map(field -> field.evaluate(
                                "field => (field.id || field.name).replace(/.*:/, '') + ' ' + field.autocomplete")
                        .toString())
                .toList();
    }

    private static void pasteEverywhere(Visitor person) {
        String password = "pasted from a manager \u00e9 47";
        person.page().evaluate("text => navigator.clipboard.writeText(text)", password);
        List<Locator> fields = person.at("input[type=password]").all();
        assertThat(fields).isNotEmpty();
        for (Locator field : fields) {
            field.focus();
            person.page().keyboard().press("Control+v");
            assertThat(field.inputValue()).isEqualTo(password);
        }
    }

    /** Of another port, so of another origin, to which cookies of this host go nevertheless. */
    @Test
    void nothingIsShownInsideThePagesOfOthers() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> pages = List.of(
                Door.STAFF.address() + "home",
                Door.STAFF.address() + "signin",
                Door.STAFF.address() + "no-such-page",
                Door.CUSTOMER.address() + "home",
                Door.CUSTOMER.address() + "signin");
        String frames = String.join(
                "",
                pages.stream()
                        .map(page -> "<iframe src='" + page + "'></iframe>")
                        .toList());
        other.createContext("/", exchange -> {
            boolean own = exchange.getRequestURI().getPath().equals("/own");
            byte[] html = (own ? "own words" : "<h1>Other</h1>" + frames + "<iframe src='/own'></iframe>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        other.start();
        try {
            Visitor person = as(Account.ADMIN).expect("frame-ancestors|404|ERR_BLOCKED_BY_RESPONSE");
            person.signIn(Account.ANA);
            person.page().navigate("http://localhost:" + other.getAddress().getPort() + "/");
            person.settle();

            List<Frame> shown = person.page().mainFrame().childFrames();
            assertThat(shown).hasSize(pages.size() + 1);
            assertThat(shown.get(pages.size()).locator("body").innerText()).isEqualTo("own words");
            assertThat(shown.subList(0, pages.size()))
                    .allSatisfy(frame -> assertThat(frame.url()).startsWith("chrome-error:"));
        } finally {
            other.stop(0);
        }
    }
}
