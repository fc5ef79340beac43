package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;

/** Somebody without technical knowledge says whom they mean, and works with those customers. */
class SegmentStoryUIT extends BrowserTest {

    private static final String FIRST = "form:groups:0:conditions:0:";

    @Test
    void aSentenceIsBuiltCountedSavedFrozenAndOpenedAsAList() {
        Visitor analyst = as(Account.ADMIN).open(Door.STAFF, "segments/edit");

        analyst.at("button[id$='groups:0:add']").focus();
        analyst.page().keyboard().press("Enter");
        analyst.at("[id='" + FIRST + "field']:focus").waitFor();
        analyst.at("[id='" + FIRST + "field']").selectOption("STAGE");
        analyst.settle();
        analyst.at(".menu-checks summary").click();
        analyst.at("input[value='PROSPECT']").check();
        analyst.settle();
        assertThat(analyst.at("#sentence").innerText()).isNotBlank();
        String members = analyst.at("[id='form:now'] .figures dd").innerText();

        analyst.field("name").fill("Prospects of the story");
        analyst.button("save").click();
        analyst.page().waitForURL(address -> address.contains("/segments/view"));
        assertThat(analyst.settle().at(".figures dd").first().innerText()).isEqualTo(members);

        analyst.button("freeze").click();
        analyst.at("button[id$='thaw']").waitFor();
        analyst.settle().at("a[id$='open']").first().click();
        analyst.page().waitForURL(address -> address.contains("/customers/list?segment="));
        assertThat(analyst.settle().at("#customers tbody tr").count()).isPositive();
        assertThat(analyst.at(".bar .chip").first().innerText()).contains("Prospects of the story");
    }
}
