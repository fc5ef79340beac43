package org.vinculo.crm.backoffice.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ListParametersTest {

    private static final String ONE = "SSYoHF3E1SYH_ENg1gCbxw";
    private static final String OTHER = "4plzmif94oxLeXmUTqfY5Q";

    @Test
    void everyAddressThatOpensAFigureKeepsItsCondition() {
        assertKept("figure", "tenth.10");
        assertKept("figure", "fitted.PURCHASES");
        assertKept("alike", "BEST");
        assertKept("alike", "ALL.LANGUAGE.pt-BR");
        assertKept("alike", "ALL.LANGUAGE.");
        assertKept("model", ONE);
        assertKept("model", ONE + ".AGAIN");
        assertKept("partner", ONE);
        assertKept("channel", "!");
        assertKept("channel", "WEB");
        assertKept("source", "!");
        assertKept("segment", ONE + "~" + OTHER);
        assertKept("segment", ONE + ",!" + OTHER);
    }

    private static void assertKept(String name, String value) {
        ListParameters list = new ListParameters(Map.of(name, value));
        assertThat(list.get(name)).as("%s=%s", name, value).isEqualTo(value);
        assertThat(ListParameters.ofAddress(list.address()).get(name)).isEqualTo(value);
        assertThat(ListParameters.MORE).contains(name);
    }

    @Test
    void whatMakesNoSenseIsLeftOut() {
        assertThat(new ListParameters(Map.of("partner", "x", "channel", "!!", "alike", "B'R")).address())
                .doesNotContain("partner", "channel", "alike");
    }
}
