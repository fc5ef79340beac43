package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.ui.Format;

class PhrasesTest {

    @Test
    void amountsAreWrittenAsEverywhereElse() {
        Money below = Money.of("-1234.5", "BRL");

        for (String language : new String[] {"en-US", "pt-BR", "es-ES"}) {
            Locale locale = Locale.forLanguageTag(language);
            assertThat(Phrases.write(Phrase.value(below), locale, ZoneOffset.UTC))
                    .isEqualTo(new Format(locale, ZoneOffset.UTC).money(below));
        }
        assertThat(Phrases.write(Phrase.value(below), Locale.US, ZoneOffset.UTC))
                .isEqualTo("\u2212R$\u00a01,234.50");
    }
}
