package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;

/** A list is narrowed by a sentence, kept, and something is done with those who are ticked in it. */
class ListStoryUIT extends BrowserTest {

    private static final String ROW = "[id='form:block:0:row:0:%s']";

    @Test
    void aSentenceNarrowsTheListAndIsKeptUnderAName() {
        Visitor admin = as(Account.ADMIN).open(Door.STAFF, "customers/filter");
        admin.at(ROW.formatted("field")).selectOption("name");
        admin.at(ROW.formatted("operator")).waitFor();
        admin.at(ROW.formatted("operator")).selectOption("CONTAINS");
        admin.settle();
        admin.at(ROW.formatted("text")).fill("souza");
        admin.page().keyboard().press("Tab");
        admin.settle();
        admin.at("[id='form:apply']").press("Enter");
        admin.page().waitForURL(address -> address.contains("/customers/list") && address.contains("where="));

        assertThat(admin.settle().at("#customers tbody .row-open").first().innerText())
                .containsIgnoringCase("souza");
        admin.at("#saveView").click();
        admin.page().waitForURL(address -> address.contains("/customers/views"));
        String name = "Souza " + System.nanoTime();
        admin.settle().at("[id='form:name']").fill(name);
        admin.at("[id='form:save']").click();
        admin.at("a:has-text('" + name + "')").first().waitFor();
        admin.at("a:has-text('" + name + "')").first().click();
        admin.page().waitForURL(address -> address.contains("where="));
        assertThat(admin.settle().at("#customers tbody .row-open").first().innerText())
                .containsIgnoringCase("souza");
    }

    @Test
    void thoseWhoAreTickedAreTakenAlongWithTheKeyboard() {
        Visitor admin = as(Account.ADMIN).open(Door.STAFF, "customers/list");
        for (int i = 0; i < 2; i++) {
            admin.at("input[name=picked]").nth(i).focus();
            admin.page().keyboard().press("Space");
        }
        admin.at("[id='bulk:more']").focus();
        admin.page().keyboard().press("Enter");
        admin.page().waitForURL(address -> address.contains("/customers/bulk"));

        assertThat(admin.settle().at("h1").innerText()).contains("2");
        admin.check();
        admin.open(Door.STAFF, "customers/list");
        admin.at("input[name=picked]").first().check();
        admin.at("[id='bulk:exportPicked']").click();
        admin.page().waitForURL(address -> address.contains("/exports/new"));
        assertThat(admin.settle().at("main").innerText()).containsIgnoringCase("um cliente\n");
    }
}
