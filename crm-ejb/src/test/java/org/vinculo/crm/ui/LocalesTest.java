package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Caller;

class LocalesTest {

    private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");

    @Test
    void takesTheFirstPreferredLanguageThatThereIs() {
        assertThat(Locales.choose(null, List.of(Locale.GERMAN, Locale.forLanguageTag("pt-PT"), Locale.ENGLISH)))
                .isEqualTo(BRAZIL);
        assertThat(Locales.choose(null, List.of(Locale.GERMAN))).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void aChoiceAtTheDoorWins() {
        assertThat(Locales.of(
                        Caller.ANONYMOUS,
                        Requests.get("/signin")
                                .cookie("lang", "es")
                                .speaking(Locale.ENGLISH)
                                .build()))
                .isEqualTo(Locale.forLanguageTag("es"));
    }

    @Test
    void nothingFromOutsideBecomesALocaleOfItsOwn() {
        assertThat(Locales.choose("'};alert(1)//", List.of())).isEqualTo(Locale.ENGLISH);
        assertThat(Locales.choose("pt-BR-x-evil", List.of())).isEqualTo(BRAZIL);
    }
}
