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
 * nothing that sticks out of a telephone, no error behind it, a text in every language.
 */
class EveryPageUIT extends BrowserTest {

    private static final Look DESK = Look.DESK;
    private static final Look PHONE_AT_NIGHT = Look.PHONE.atNight().in("pt-BR");
    private static final Look PHONE = Look.PHONE.in("es");

    static Stream<PageMap.Entry> pages() {
        return PageMap.read().pages().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isGoodAtADesk(PageMap.Entry page) {
        look(page, DESK, Visitor::check);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isGoodOnATelephoneAtNightInPortuguese(PageMap.Entry page) {
        look(page, PHONE_AT_NIGHT, Visitor::check);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isGoodOnATelephoneInSpanish(PageMap.Entry page) {
        // Structure and colours are those of the two looks before; only the words are others.
        look(page, PHONE, Visitor::checkTexts);
    }

    private void look(PageMap.Entry page, Look look, Consumer<Visitor> check) {
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
