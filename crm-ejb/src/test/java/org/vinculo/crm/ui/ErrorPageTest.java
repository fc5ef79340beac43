package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPageTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 411, 413, 429, 500, 503})
    void everyStatusIsExplainedInEveryLanguage(int status) {
        for (String language : new String[] {"en", "pt-BR", "es"}) {
            String page = ErrorPage.page("/portal", Locale.forLanguageTag(language), status, "");

            assertThat(page).contains("lang=\"" + language + "\"").doesNotContain("ui.error");
        }
    }

    @Test
    void theNumberIsShownForFaultsOnly() {
        assertThat(ErrorPage.page("/backoffice", Locale.ENGLISH, 500, "abc")).contains("abc");
        assertThat(ErrorPage.page("/backoffice", Locale.ENGLISH, 404, "")).doesNotContain("class=\"code\"");
    }

    @Test
    void hasNoScriptAndNoInlineStyle() {
        assertThat(ErrorPage.page("/backoffice", Locale.ENGLISH, 500, "abc"))
                .doesNotContain("<script")
                .doesNotContain("style=");
    }
}
