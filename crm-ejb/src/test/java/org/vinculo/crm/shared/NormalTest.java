package org.vinculo.crm.shared;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NormalTest {

    @Test
    void foldsAccentsCaseAndPunctuation() {
        assertThat(Normal.fold("  João   D'Ávila-Ñúñez ")).isEqualTo("joao d avila nunez");
        assertThat(Normal.fold("STRASSE straße")).isEqualTo("strasse strasse");
        assertThat(Normal.fold(null)).isEmpty();
    }

    @Test
    void emailIsComparedWithoutCaseAndBlanks() {
        assertThat(Normal.email(" Ana@Example.ORG ")).isEqualTo("ana@example.org");
        assertThat(Normal.email("  ")).isNull();
        assertThat(Normal.email("ana\u0000@x.example")).doesNotContain("\u0000").isNotEqualTo("ana@x.example");
    }

    @Test
    void lineBreaksCannotHideInALine() {
        assertThat(Normal.line("a\r\nBcc: b\u2028c")).isEqualTo("a Bcc: b c");
    }

    @Property
    void foldingTwiceChangesNothing(@ForAll String text) {
        assertThat(Normal.fold(Normal.fold(text))).isEqualTo(Normal.fold(text));
    }
}
