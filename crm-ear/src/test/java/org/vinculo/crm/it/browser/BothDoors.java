package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.vinculo.crm.it.Door;

/**
 * People open both doors of a server that no test has started and nobody has used: its set-up link is the argument, its
 * address the property {@code crm.test.server}. Says what was seen, or fails.
 */
public final class BothDoors {

    private static final String ADMIN = "joana@serra.example";

    private BothDoors() {}

    public static void main(String... arguments) {
        try {
            open(arguments[0]);
        } finally {
            Chromium.close();
        }
    }

    private static void open(String setUpLink) {
        Visitor staff = new Visitor(Look.DESK);
        staff.page().navigate(setUpLink);
        staff.settle().check().field("name").fill("Joana Serra");
        staff.field("email").fill(ADMIN);
        staff.field("password").fill(Newcomers.PASSWORD);
        staff.button("submit").click();
        staff.page().waitForURL(address -> !address.contains("/setup"));
        staff.signIn(Door.STAFF, ADMIN, Newcomers.PASSWORD).check();
        System.out.println("signed in through the set-up link: " + staff.path() + " \"" + staff.title() + "\"");

        staff.open(Door.STAFF, "customers/new").field("givenName").fill("Vera");
        staff.field("familyName").fill("Visible");
        staff.button("save").click();
        staff.page().waitForURL(address -> address.contains("/customers/view"));
        staff.settle().check();
        assertThat(staff.title()).startsWith("Vera Visible");
        System.out.println("made a customer: \"" + staff.title() + "\"");

        Visitor customer = new Visitor(Look.PHONE);
        customer.open(Door.CUSTOMER, "signin").check();
        assertThat(customer.field("password").isVisible()).isTrue();
        System.out.println("opened the portal on a telephone: " + customer.path() + " \"" + customer.title() + "\"");

        for (Visitor visitor : List.of(staff, customer)) {
            assertThat(visitor.problems()).as("errors of the browser").isEmpty();
        }
        System.out.println("no error on the console, no answer of 500");
    }
}
