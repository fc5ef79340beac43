package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
}
