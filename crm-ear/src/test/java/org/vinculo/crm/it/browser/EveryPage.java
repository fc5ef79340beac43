package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.PageMap;

/**
 * Every page of both applications, as the page rules list them and with something to show: nothing inaccessible,
 * nothing that sticks out of a telephone, no error behind it, a text in every language. Each look is a class, since classes
 * run side by side.
 */
abstract class EveryPage extends BrowserTest {

    private final Look look;
    private final Consumer<Visitor> check;

    EveryPage(Look look, Consumer<Visitor> check) {
        this.look = look;
        this.check = check;
    }

    static Stream<PageMap.Entry> pages() {
        return PageMap.read().pages().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isGood(PageMap.Entry page) {
        Visitor visitor = page.isPublic() ? visitor(look) : reader(page.door(), look);
        for (String address : Samples.addresses(page, () -> as(Account.ADMIN), visitor)) {
            open(page, address, visitor);
            assertThat(visitor.at("html").getAttribute("lang")).isEqualTo(look.language());
            check.accept(visitor);
        }
    }

    private void open(PageMap.Entry page, String address, Visitor visitor) {
        if (page.path().equals("setup")) {
            // It is there before the first administrator only; afterwards people meet the page that says so.
            visitor.expect("404").open(page.door(), address);
            return;
        }
        if (page.path().equals("verify")) {
            Newcomers.stopAtSecondStep(as(Account.ADMIN), visitor, page.door());
        } else {
            visitor.open(page.door(), address);
        }
        assertThat(visitor.path()).contains("/" + page.path());
    }
}
