package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;

/** Whoever somebody asks for is found from any page without touching the mouse. */
class SearchStoryUIT extends BrowserTest {

    @Test
    void somebodyIsFoundInSpiteOfATypingErrorAndOpenedWithTheKeyboard() {
        Visitor sales = as(Account.ADMIN).open(Door.STAFF, "imports/list");
        var keys = sales.page().keyboard();

        keys.press("/");
        keys.type("ana suoza lima");
        sales.at("#found [role=option]:has-text('Ana Souza Lima')").waitFor();
        keys.press("ArrowDown");
        assertThat(sales.at("#search").getAttribute("aria-activedescendant")).isEqualTo("found0");
        keys.press("Enter");
        sales.page().waitForURL(address -> address.contains("/customers/view"));

        assertThat(sales.settle().title()).startsWith("Ana Souza Lima");
    }

    @Test
    void conversationIsFoundByTwoOfItsWordsAndOpened() {
        String talk = Api.interaction(Api.customer("Ana Souza Lima"), "Máquina parada no salão Zuqtal");
        Visitor sales = as(Account.ADMIN).open(Door.STAFF, "home");
        var keys = sales.page().keyboard();

        keys.press("/");
        keys.type("zuqtal maquina");
        sales.at("#found [data-href$='" + talk + "']").waitFor();
        keys.press("ArrowDown");
        keys.press("Enter");
        sales.page().waitForURL(address -> address.endsWith("/interactions/view?id=" + talk));
        assertThat(sales.settle().title()).startsWith("Máquina parada");

        sales.open(Door.STAFF, "search?q=salao+zuqtal&kind=talks");
        assertThat(sales.at("#results .row-open").first().getAttribute("href")).endsWith(talk);
    }

    @Test
    void commandIsFoundInAnotherLanguageAndEscapeLeavesTheBox() {
        Visitor sales = as(Account.ADMIN).open(Door.STAFF, "home");
        var keys = sales.page().keyboard();

        keys.press("Control+k");
        keys.type("novo cliente");
        sales.at("#found [data-href$='/customers/new']").waitFor();
        keys.press("Escape");
        assertThat(sales.at("#foundBox").isVisible()).isFalse();
        keys.press("ArrowDown");
        sales.at("#found [data-href$='/customers/new']").waitFor();
        keys.press("ArrowDown");
        keys.press("Enter");

        sales.page().waitForURL(address -> address.contains("/customers/new"));
    }

    @Test
    void allResultsArePagedAndHarmless() {
        Visitor sales = as(Account.ADMIN).open(Door.STAFF, "search?q=a&page=2");

        assertThat(sales.at("#results .row-open").count()).isPositive();
        sales.open(Door.STAFF, "search?q=%3Cimg%20onerror%3Dalert(1)%3E&kind=nothing");
        assertThat(sales.at("main").innerText()).contains("<img onerror=alert(1)>");
    }
}
