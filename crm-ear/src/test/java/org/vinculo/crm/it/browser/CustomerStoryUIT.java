package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;

/** What staff do with a customer all day, and what happens when something comes between. */
class CustomerStoryUIT extends BrowserTest {

    private static final String FAMILY = "form:familyName";

    @Test
    void somebodyWhoIsPerhapsKnownIsShownBeforeTheyAreCreatedTwice() {
        String email = Newcomers.freshEmail("twin");
        Visitor sales = create(as(Account.ADMIN), "Teresa", "Twin", email);

        fill(sales.open(Door.STAFF, "customers/new"), "Teresa", "Twin", email);
        sales.button("save").click();

        assertThat(sales.settle().path()).contains("/customers/new");
        assertThat(sales.at("#form\\:duplicates").innerText()).contains("Teresa Twin");
        assertThat(sales.field("familyName").inputValue()).isEqualTo("Twin");

        sales.button("save").click();
        sales.page().waitForURL(address -> address.contains("/customers/view"));
    }

    @Test
    void whatIsChangedShowsAtOnce() {
        Visitor sales = create(as(Account.ADMIN), "Edith", "Edit", Newcomers.freshEmail("edit"));

        sales.button("edit").click();
        sales.page().waitForURL(address -> address.contains("/customers/edit"));
        sales.settle().field("familyName").fill("Edited");
        sales.button("save").click();
        sales.page().waitForURL(address -> address.contains("/customers/view"));

        assertThat(sales.settle().title()).startsWith("Edith Edited");
    }

    @Test
    void theSecondOfTwoEditorsSeesBothAndDecides() {
        Visitor first = create(as(Account.ADMIN), "Connie", "Conflict", Newcomers.freshEmail("conflict"));
        String edit = first.path().replace("/backoffice/", "").replace("/view", "/edit");
        Visitor second = as(Account.ADMIN).open(Door.STAFF, edit);
        first.open(Door.STAFF, edit).field("familyName").fill("First");
        first.button("save").click();
        first.page().waitForURL(address -> address.contains("/customers/view"));

        second.field("familyName").fill("Second");
        second.field("notes").fill("typed for ten minutes");
        second.button("save").click();

        assertThat(second.settle().at("#differences").innerText()).contains("First", "Second");
        assertThat(second.field("familyName").inputValue()).isEqualTo("Second");
        assertThat(second.field("notes").inputValue()).isEqualTo("typed for ten minutes");

        second.button("save").click();
        second.page().waitForURL(address -> address.contains("/customers/view"));
        assertThat(second.settle().title()).startsWith("Connie Second");
    }

    @Test
    void aCustomerIsCreatedWithoutTouchingTheMouse() {
        Visitor sales = as(Account.ADMIN).open(Door.STAFF, "home");
        var keys = sales.page().keyboard();

        keys.press("c");
        keys.press("Enter");
        sales.page().waitForURL(address -> address.contains("/customers/new"));
        sales.settle();
        tabTo(sales, "form:givenName");
        keys.type("Kay");
        tabTo(sales, FAMILY);
        keys.type("Keyboard");
        keys.press("Control+Enter");
        sales.page().waitForURL(address -> address.contains("/customers/view"));

        assertThat(sales.settle().title()).startsWith("Kay Keyboard");
    }

    @Test
    void whoWasDeletedByMistakeIsBroughtBack() {
        Visitor sales = create(as(Account.ADMIN), "Resa", "Restored", Newcomers.freshEmail("deleted"));
        String view = sales.path().replace("/backoffice/", "");

        sales.at("#moreActions summary").click();
        sales.button("delete").click();
        sales.settle().open(Door.STAFF, view);
        assertThat(sales.button("edit").count()).isZero();

        sales.button("restore").click();
        sales.settle().open(Door.STAFF, view);
        assertThat(sales.button("edit").count()).isEqualTo(1);
    }

    @Test
    void whoConfirmsTheirAddressByTheLinkOfTheMailIsShownAsVerified() {
        String email = Newcomers.freshEmail("vera");
        Visitor sales = create(as(Account.ADMIN), "Vera", "V" + email.replaceAll("\\D", ""), email);
        String contacts = sales.path().replace("/backoffice/", "") + "&tab=contacts";
        Locator row = sales.open(Door.STAFF, contacts).at("#contacts tbody tr");
        sales.press(row.locator("button[id$='ask']"));

        Visitor customer = visitor();
        customer.page().navigate(Mails.link(sales, email));
        assertThat(customer.settle().at("main").innerText()).contains(email);
        assertThat(sales.open(Door.STAFF, contacts).at("#contacts tbody .b-pos").count())
                .as("opening the link alone confirms nothing")
                .isZero();
        customer.press(customer.button("confirm"));

        assertThat(customer.at("button[id$='confirm']").count()).isZero();
        sales.open(Door.STAFF, contacts);
        assertThat(row.locator(".b-pos").count()).isEqualTo(1);
        assertThat(row.locator("button[id$='ask']").count()).isZero();
    }

    @Test
    void aNarrowedListStaysNarrowedWhenItsActionIsTakenBack() {
        Visitor sales = create(as(Account.ADMIN), "Nora", "Narrow", Newcomers.freshEmail("narrow"));
        sales.open(Door.STAFF, "customers/list?q=Narrow&sort=-createdAt");
        String list = sales.path();
        sales.at("input[name=picked]").first().check();
        sales.press(sales.button("delete"));
        assertThat(sales.path()).isEqualTo(list);

        sales.press(sales.button("undoLast"));

        assertThat(sales.path()).isEqualTo(list);
        assertThat(sales.at("#customers").innerText()).contains("Nora Narrow");
    }

    @Test
    void whatWasTypedIsThereAgainAfterThePageExpired() {
        Visitor sales = as(Account.ADMIN).open(Door.STAFF, "customers/new");
        sales.field("givenName").fill("Patience");
        sales.page()
                .evaluate("() => document.querySelectorAll(\"[name='jakarta.faces.ViewState']\")"
                        + ".forEach(state => { state.value = '1:1'; })");

        sales.button("save").click();
        sales.page().waitForLoadState();
        sales.at("body[data-reopened=true]").waitFor();

        assertThat(sales.settle().path()).contains("/customers/new");
        assertThat(sales.field("givenName").inputValue()).isEqualTo("Patience");
    }

    @Test
    void whoseSessionEndedSignsInAndGoesOnWhereTheyWere() {
        Visitor sales = visitor().signIn(Account.ADMIN).open(Door.STAFF, "customers/new");
        sales.field("givenName").fill("Patience");
        sales.context().clearCookies();

        sales.button("save").click();
        sales.page().waitForURL(address -> address.contains("/signin"));
        sales.settle().field("email").fill(Account.ADMIN.email());
        sales.field("password").fill(Account.PASSWORD);
        sales.button("submit").click();
        sales.page().waitForURL(address -> address.contains("/customers/new"));

        assertThat(sales.settle().field("givenName").inputValue()).isEqualTo("Patience");
    }

    private static Visitor create(Visitor sales, String givenName, String familyName, String email) {
        fill(sales.open(Door.STAFF, "customers/new"), givenName, familyName, email);
        sales.button("save").click();
        sales.page().waitForURL(address -> address.contains("/customers/view"));
        return sales.settle();
    }

    private static void fill(Visitor sales, String givenName, String familyName, String email) {
        sales.field("givenName").fill(givenName);
        sales.field("familyName").fill(familyName);
        sales.at("input[type=email]").first().fill(email);
        sales.settle();
    }

    private static void tabTo(Visitor visitor, String id) {
        for (int presses = 0; presses < 60; presses++) {
            if (id.equals(visitor.page().evaluate("() => document.activeElement.id"))) {
                return;
            }
            visitor.page().keyboard().press("Tab");
        }
        throw new AssertionError("The Tab key does not lead to " + id);
    }
}
