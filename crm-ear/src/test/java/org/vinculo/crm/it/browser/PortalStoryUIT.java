package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;
import org.vinculo.crm.it.Repository;

/** From a file to a person: whoever was imported gets a door of their own, and what they say there counts at once. */
class PortalStoryUIT extends BrowserTest {

    private static final Look PHONE = Look.PHONE.in("en");
    private static final String PROFILE = """
            {"header": false, "delimiter": "whitespace", "dateFormat": "yyyyMMdd", "createMissingCustomers": true,
             "columns": {"customerRef": 1, "purchasedAt": 3, "quantity": 4, "amount": 5}}""";

    @Test
    void whatAnImportedCustomerDecidesOnTheTelephoneShowsOnTheirPage() throws IOException {
        Api.imported("purchases", "cdnow.txt", firstCustomers(), PROFILE);
        String customer = Api.customerByNumber("00004");
        Visitor staff = as(Account.ADMIN);
        staff.open(Door.STAFF, "customers/view?id=" + customer);
        assertThat(staff.at(".timeline").innerText()).contains("1997");

        String email = Newcomers.freshEmail("cdnow");
        String link = Newcomers.inviteToPortal(staff, customer, email, "Cody Now");
        Visitor guest = visitor(PHONE);
        Newcomers.accept(guest, link);
        guest.signIn(Door.CUSTOMER, email, Newcomers.PASSWORD).check();

        guest.open(Door.CUSTOMER, "preferences");
        guest.field("language").selectOption("es");
        guest.at("#preferences\\:frequency input").nth(1).check();
        guest.settle();
        guest.press(guest.button("save"));
        assertThat(guest.button("save").count()).as("nothing is left to save").isZero();
        guest.check();

        staff.open(Door.STAFF, "customers/view?tab=consent&id=" + customer);
        assertThat(staff.text()).contains("Cody Now").containsIgnoringCase("espanhol");
    }

    @Test
    void allMarketingIsStoppedWithOnePressAndTakenUpAgain() {
        Visitor ana = reader(Door.CUSTOMER, PHONE);
        ana.press(ana.open(Door.CUSTOMER, "preferences").button("stop"));
        assertThat(ana.button("resume").isVisible()).isTrue();
        assertThat(ana.button("stop").count()).isZero();

        ana.press(ana.button("resume"));

        assertThat(ana.button("resume").count()).isZero();
        assertThat(ana.button("stop").isVisible()).isTrue();
    }

    @Test
    void aChoiceIsCountedBeforeItIsSavedAndCanBeDropped() {
        Visitor reader = reader(Door.CUSTOMER, PHONE).open(Door.CUSTOMER, "preferences");
        Locator pause = reader.field("pausedUntil");
        String before = pause.inputValue();
        pause.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        reader.settle();
        assertThat(reader.button("save").isVisible()).isTrue();

        reader.press(reader.button("discard"));

        assertThat(reader.field("pausedUntil").inputValue()).isEqualTo(before);
        assertThat(reader.button("save").count()).isZero();
    }

    @Test
    void aSecondFactorIsSetUpAndAskedForFromThenOn() {
        Visitor careful = visitor(PHONE);
        Newcomers.stopAtSecondStep(as(Account.ADMIN), careful, Door.CUSTOMER);

        careful.field("code").fill("000000");
        careful.press(careful.button("submit"));

        assertThat(careful.path()).contains("/portal/verify");
        assertThat(careful.at("#notices .banner-neg").isVisible()).isTrue();
    }

    @Test
    void whatIsCorrectedInThePortalIsWhatStaffSee() {
        Visitor reader = reader(Door.CUSTOMER, PHONE).open(Door.CUSTOMER, "data/edit");
        String street = "Harbour Road " + System.currentTimeMillis() % 100_000;
        if (reader.field("street").count() == 0) {
            reader.button("addPostal").click();
            reader.settle();
        }
        reader.field("street").fill(street);
        reader.button("save").click();
        reader.page().waitForURL(address -> address.endsWith("/portal/data"));
        reader.settle().sees(street);

        Visitor staff = as(Account.ADMIN);
        staff.open(Door.STAFF, "customers/view?tab=contacts&id=" + Api.customer("Northwind Dental Group"));
        staff.sees(street);
    }

    @Test
    void whoActsForTwoCustomersSeesTheSecondOnlyAfterGoingOver() {
        String first = Api.newCustomer(organisation("Bakery " + System.nanoTime()));
        String mill = "Mill " + System.nanoTime();
        String second = Api.newCustomer(organisation(mill));
        Visitor staff = as(Account.ADMIN);
        String email = Newcomers.freshEmail("two");
        Visitor guest = visitor(PHONE);
        Newcomers.accept(guest, Newcomers.inviteToPortal(staff, first, email, "Tina Two"));
        guest.signIn(Door.CUSTOMER, email, Newcomers.PASSWORD);
        assertThat(guest.at("#actsFor").count()).as("one customer, no choice").isZero();
        Visitor elsewhere = visitor(PHONE);
        elsewhere.page().navigate(Newcomers.inviteToPortal(staff, second, email, "Tina Two"));
        elsewhere.settle().button("submit").click();
        elsewhere.page().waitForURL(address -> !address.contains("/accept"));

        guest.open(Door.CUSTOMER, "data");
        assertThat(guest.at("#actsFor").innerText()).contains("Bakery");
        assertThat(guest.at("main").innerText()).contains("Bakery").doesNotContain(mill);
        Page older = guest.context().newPage();
        older.navigate(Door.CUSTOMER.address().resolve("data/edit").toString());
        guest.at("#me > summary").click();
        guest.check();
        guest.at(".menu-acting button")
                .filter(new Locator.FilterOptions().setHasText(mill))
                .click();
        guest.page().waitForURL(address -> address.endsWith("/portal/home"));

        assertThat(guest.settle().at("#actsFor").innerText()).contains(mill);
        assertThat(guest.open(Door.CUSTOMER, "data").at("main").innerText())
                .contains(mill)
                .doesNotContain("Bakery");
        older.locator("[id$=':save']").click();
        older.waitForLoadState();
        older.waitForFunction("() => document.body.dataset.reopened === 'true'");
        assertThat(Api.get("customers/" + second)).contains(mill);
    }

    @Test
    void aMembershipOfSomebodyElseOpensNothing() {
        Visitor reader = reader(Door.CUSTOMER, PHONE).open(Door.CUSTOMER, "data");
        String before = reader.title();

        for (String membership : new String[] {"AAAAAAAAAAAAAAAAAAAAAA", "", "1"}) {
            APIResponse answer = reader.context()
                    .request()
                    .post(
                            Door.CUSTOMER.address().resolve("act-for").toString(),
                            RequestOptions.create()
                                    .setHeader(
                                            "Origin",
                                            Door.CUSTOMER
                                                    .address()
                                                    .resolve("/")
                                                    .toString()
                                                    .replaceAll("/$", ""))
                                    .setForm(FormData.create().set("membership", membership)));
            assertThat(answer.status()).as(membership).isEqualTo(404);
        }

        assertThat(reader.open(Door.CUSTOMER, "data").title()).isEqualTo(before);
    }

    @Test
    void whoOnlyLooksForAnOrganisationFindsNoPricesAndWritesNothing() {
        Visitor viewer = visitor(PHONE);
        viewer.signIn(Door.CUSTOMER, "consulta@demo.example", Account.PASSWORD);
        assertThat(viewer.at("main a[href*='/purchases']").count()).isZero();
        assertThat(viewer.at("nav a[href*='/purchases']").count()).isZero();
        viewer.check();

        assertThat(viewer.open(Door.CUSTOMER, "messages").button("send").count())
                .isZero();
        viewer.check();
        assertThat(viewer.open(Door.CUSTOMER, "data").button("tell").count()).isZero();
        viewer.check();
        for (String refused : new String[] {"purchases", "data/edit"}) {
            APIResponse answer = viewer.context()
                    .request()
                    .get(Door.CUSTOMER.address().resolve(refused).toString());
            assertThat(answer.status()).as(refused).isEqualTo(404);
            assertThat(answer.text()).as(refused).contains("<h1");
        }
    }

    private static String organisation(String name) {
        return "{\"kind\":\"ORGANISATION\",\"name\":\"" + name + "\"}";
    }

    /** The lines of the first customers of the public file; the whole of it comes in through the screen elsewhere. */
    private static String firstCustomers() throws IOException {
        Optional<Path> cdnow = Repository.data("cdnow/lifetimes/CDNOW_sample.txt");
        assumeTrue(cdnow.isPresent(), "the CDNOW file does not lie beside the repository");
        try (var lines = Files.lines(cdnow.orElseThrow())) {
            return lines.limit(60).collect(Collectors.joining("\n"));
        }
    }
}
