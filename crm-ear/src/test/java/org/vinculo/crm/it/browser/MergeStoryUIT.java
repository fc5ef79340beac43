package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;

/** A customer who was written down twice becomes one, and two again. */
class MergeStoryUIT extends BrowserTest {

    @Test
    void twoRecordsBecomeOneAndTwoAgain() {
        String word = "m" + Long.toString(System.nanoTime(), 36);
        String first = Api.newCustomer(customer("Maria", word, "a"));
        String second = Api.newCustomer(customer("Marya", word, "b"));
        Visitor manager = as(Account.ADMIN).open(Door.STAFF, "duplicates/merge?customer=" + first + "&other=" + second);

        manager.button("merge").click();
        manager.page().waitForURL(address -> address.contains("/customers/view"));
        manager.settle();
        assertThat(manager.at("#panel-parts").innerText()).contains("Marya " + word);
        assertThat(manager.open(Door.STAFF, "customers/view?id=" + second).path())
                .contains(first);
        assertThat(Api.get("customers/" + first + "/relations")).contains("items");

        manager.button("split").click();
        manager.page().waitForURL(address -> address.contains(second));
        assertThat(manager.settle().title()).startsWith("Marya " + word);
    }

    private static String customer(String given, String family, String box) {
        return "{\"kind\":\"PERSON\",\"givenName\":\"" + given + "\",\"familyName\":\"" + family + "\",\"email\":\""
                + box + family + "@example.org\"}";
    }
}
