package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;
import org.vinculo.crm.it.Pause;

/** Who does not believe a figure opens it, and counts. */
class FigureStoryUIT extends BrowserTest {

    private static final Duration LEARNING = Duration.ofMinutes(2);

    @Test
    void aFlowBetweenPhasesOpensToItsMovesAndToTheCustomersWhoMoved() {
        Visitor analyst = as(Account.ADMIN).open(Door.STAFF, "value/lifecycle");
        Locator flow = analyst.at("td a[href^='moves?from=']").last();
        String moves = flow.innerText().replaceAll("\\D", "");

        flow.click();
        analyst.page().waitForURL(address -> address.contains("/value/moves?"));

        assertThat(analyst.settle().at("[id='list:table_data'] tr").count())
                .isEqualTo(Math.min(25, Integer.parseInt(moves)));
        Locator customers = analyst.at("#customers");
        customers.click();
        analyst.page().waitForURL(address -> address.contains("/customers/list?figure=moved."));
        assertThat(analyst.settle().at("#customers tbody tr").count()).isPositive();
    }

    @Test
    void aPhaseOpensToAsManyCustomersAsItSaid() {
        Visitor analyst = as(Account.ADMIN).open(Door.STAFF, "value/lifecycle");
        Locator phase = analyst.at("#phases a[href*='figure=in.AT_RISK']").nth(1);
        String figure = phase.innerText();

        phase.click();
        analyst.page().waitForURL(address -> address.contains("/customers/list?figure=in."));

        assertThat(analyst.settle().at("#customers tbody tr").count())
                .isEqualTo(Math.min(25, Integer.parseInt(figure)));
        assertThat(analyst.at(".bar .chip").first().innerText()).isNotBlank();
        assertThat(analyst.at("main").innerText()).contains(figure);
    }

    @Test
    void aTenthOfTheCheckOfWhoMayLeaveOpensToItsCustomers() {
        Visitor analyst = as(Account.ADMIN).open(Door.STAFF, "value/risk");
        // A demo that has just begun is still learning.
        Instant end = Instant.now().plus(LEARNING);
        while (analyst.at("#bands summary").count() == 0 && Instant.now().isBefore(end)) {
            Pause.of(Duration.ofSeconds(1));
            analyst.open(Door.STAFF, "value/risk");
        }
        analyst.at("#bands summary").click();
        Locator tenth = analyst.at("#bands a[href*='figure=tried.7.ALL']");
        String customers = tenth.innerText();

        tenth.click();
        analyst.page().waitForURL(address -> address.contains("/customers/list?figure=tried."));

        assertThat(analyst.settle().at("#customers tbody tr").count()).isEqualTo(Integer.parseInt(customers));
        assertThat(analyst.at(".bar .chip").first().innerText()).contains("7");
    }

    @Test
    void aTenthOfTheCheckOfTheModelOpensToItsCustomers() {
        Visitor analyst = as(Account.ADMIN).open(Door.STAFF, "value/model");
        analyst.at("#calibration summary").click();
        Locator tenth = analyst.at("#calibration a[href$='figure=tenth.10']");
        String customers = tenth.innerText();

        tenth.click();
        analyst.page().waitForURL(address -> address.contains("/customers/list?figure=tenth.10"));

        assertThat(analyst.settle().at("#customers tbody tr").count())
                .isEqualTo(Math.min(25, Integer.parseInt(customers)));
        assertThat(analyst.at(".bar .chip").first().innerText()).contains("10");
    }
}
