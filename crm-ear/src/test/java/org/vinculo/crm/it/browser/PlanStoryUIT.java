package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;

/** From a promise to its keeping, seen from both sides, and an appointment by keyboard. */
class PlanStoryUIT extends BrowserTest {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    @Test
    void whatStaffPromiseTheCustomerSeesUntilItIsKept() {
        String what = "Story " + System.nanoTime();
        String tab = "customers/view?tab=activity&id=" + Api.customer("Ana Souza Lima");
        Visitor staff = as(Account.ADMIN).open(Door.STAFF, tab);
        staff.at("#newPromise\\:what").fill(what);
        staff.at("#newPromise\\:dueOn").fill(LocalDate.now(ZONE).plusDays(3).toString());
        staff.at("#newPromise\\:make").click();
        staff.at("#activity a:has-text('" + what + "')").waitFor();

        Visitor ana = as(Account.ANA).open(Door.CUSTOMER, "promises");
        assertThat(ana.at("#open").innerText()).contains(what);

        staff.at("#activity li:has-text('" + what + "') button").click();
        staff.settle();
        ana.open(Door.CUSTOMER, "promises");
        assertThat(ana.at("#settled").innerText()).contains(what);
    }

    @Test
    void anAppointmentIsPlannedAndFoundInEveryView() {
        String title = "Meeting " + System.nanoTime();
        String day = LocalDate.now(ZONE).plusDays(40).toString();
        Visitor staff = as(Account.ADMIN).open(Door.STAFF, "calendar/new?date=" + day);
        staff.at("#form\\:title").fill(title);
        staff.at("#form\\:title").press("Control+Enter");
        staff.page().waitForURL(address -> address.contains("/calendar/view"));

        for (String view : new String[] {"day", "week", "month", "agenda"}) {
            staff.open(Door.STAFF, "calendar/view?view=" + view + "&date=" + day);
            assertThat(staff.at("main").innerText()).as(view).contains(title);
        }
    }
}
