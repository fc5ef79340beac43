package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.platform.Settings;

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

    /** Who somebody is, is asked before any filter: when the database fails there, nobody but the error page can say the number. */
    @Test
    void theAnswerCarriesTheNumberThatThePageShows() throws Exception {
        Map<String, Object> attributes = new HashMap<>(Map.of(RequestDispatcher.ERROR_STATUS_CODE, 500));
        Map<String, String> headers = new HashMap<>();
        StringWriter body = new StringWriter();
        HttpServletRequest request = answering(HttpServletRequest.class, (method, args) -> switch (method) {
            case "getAttribute" -> attributes.get(args[0]);
            case "setAttribute" -> attributes.put((String) args[0], args[1]);
            case "getContextPath" -> "/backoffice";
            case "getLocale" -> Locale.ENGLISH;
            case "getLocales" -> Collections.enumeration(List.of(Locale.ENGLISH));
            case "isSecure" -> false;
            default -> null;
        });
        HttpServletResponse response = answering(HttpServletResponse.class, (method, args) -> switch (method) {
            case "setHeader" -> headers.put((String) args[0], (String) args[1]);
            case "getWriter" -> new PrintWriter(body);
            default -> null;
        });
        ErrorPage page = new ErrorPage();
        page.caller = new CurrentCaller();
        page.settings = Settings.of(Map.of());

        page.service(request, response);

        assertThat(headers.get("X-Request-Id")).isNotBlank();
        assertThat(body.toString()).contains(headers.get("X-Request-Id"));
    }

    private static <T> T answering(Class<T> type, BiFunction<String, Object[], Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                ErrorPageTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> answer.apply(method.getName(), args)));
    }
}
