package org.vinculo.crm.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculo.crm.shared.Texts;

class AuditWordsTest {

    private static final ZoneId RECIFE = ZoneId.of("America/Recife");

    private final AuditWords english = new AuditWords(Locale.ENGLISH, RECIFE);
    private final AuditWords portuguese = new AuditWords(Locale.forLanguageTag("pt-BR"), RECIFE);

    @Test
    void codesAreWrittenInTheReadersLanguage() {
        assertThat(english.action("signin.refused")).isEqualTo("Sign-in refused");
        assertThat(portuguese.action("signin.refused")).isEqualTo("Entrada recusada");
        assertThat(portuguese.entity("contactPoint")).isEqualTo("Contato");
        assertThat(portuguese.field("customer", "postalCode")).isEqualTo("CEP ou código postal");
    }

    @ParameterizedTest
    @CsvSource({"someNewField, Some new field", "url, Url", "x.y_z, X y z"})
    void whatHasNoTextIsStillReadable(String code, String words) {
        assertThat(portuguese.field("whatever", code)).isEqualTo(words);
    }

    @Test
    void valuesAreWrittenTheReadersWay() {
        assertThat(english.value(null)).isEqualTo("–");
        assertThat(english.value("true")).isEqualTo("yes");
        assertThat(portuguese.value("PROSPECT")).isEqualTo("Interessado");
        assertThat(english.value("2026-11-20")).isEqualTo("Nov 20, 2026");
        assertThat(english.value("2026-11-20T10:15:30.123456Z"))
                .startsWith("Nov 20, 2026")
                .contains("7:15");
        assertThat(english.value("***")).isEqualTo("not shown");
    }

    @Test
    void textOfPeopleIsLeftAsItIs() {
        assertThat(english.value("Rua das Palmeiras, 12")).isEqualTo("Rua das Palmeiras, 12");
        assertThat(english.value("ACME")).isEqualTo("ACME");
        assertThat(english.value("2026-99-99")).isEqualTo("2026-99-99");
        assertThat(english.value("{0}'")).isEqualTo("{0}'");
    }

    @Test
    void everyChoiceOfTheFilterHasItsText() {
        assertThat(Texts.keys("audit.action.")).contains("audit.action.created").allSatisfy(key -> assertThat(
                        english.action(key.substring("audit.action.".length())))
                .isEqualTo(Texts.text(Locale.ENGLISH, key)));
    }
}
