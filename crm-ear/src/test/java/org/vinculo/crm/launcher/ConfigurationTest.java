package org.vinculo.crm.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    @TempDir
    Path folder;

    private final String before = System.getProperty(Setting.BASE_URL);

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(Setting.BASE_URL);
        } else {
            System.setProperty(Setting.BASE_URL, before);
        }
    }

    /** What the answers outside the applications ask before they tell browsers to come by https only. */
    @Test
    void whetherPeopleComeByTlsIsInTheBaseAddress() {
        System.setProperty(Setting.BASE_URL, "https://crm.example.com");
        assertThat(Configuration.isReachedByTls()).isTrue();
        System.setProperty(Setting.BASE_URL, " HTTPS://crm.example.com/");
        assertThat(Configuration.isReachedByTls()).isTrue();
        System.setProperty(Setting.BASE_URL, "http://localhost:8080");
        assertThat(Configuration.isReachedByTls()).isFalse();
    }

    @Test
    void aPortalWithANameOfItsOwnIsReachedLikeTheServer() throws StartFailure {
        start("https://crm.example.com", "https://my.example.com");
        start("https://crm.example.com", "");
        assertThatThrownBy(() -> start("https://crm.example.com", "http://my.example.com"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(Setting.PORTAL_BASE_URL);
        assertThatThrownBy(() -> start("https://crm.example.com", "my.example.com"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(Setting.PORTAL_BASE_URL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRM_MAIL_TLS", "CRM_MAIL_IN_TLS"})
    void anEncryptionThatDoesNotExistIsRefused(String setting) throws StartFailure {
        for (String known : List.of("starttls", "SSL ", "none", "")) {
            start(Map.of(setting, known));
        }
        for (String unknown : List.of("tls", "true", "start-tls")) {
            assertThatThrownBy(() -> start(Map.of(setting, unknown)))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageEndingWith(": " + unknown);
        }
    }

    /** Then the driver writes values into the text of statements itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/crm?preferQueryMode=simple",
                "jdbc:postgresql://db/crm?ssl=true&preferQueryMode=%73imple",
                "jdbc:postgresql://db/crm?PREFERQUERYMODE=Simple&ssl=true"
            })
    void statementsThatHoldTheirValuesAreRefused(String url) {
        assertThatThrownBy(() -> start(Map.of("CRM_DB_URL", url)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("preferQueryMode=simple")
                .hasMessageNotContaining("//db");
    }

    @Test
    void otherWaysOfTheDriverAreTaken() throws StartFailure {
        start(Map.of("CRM_DB_URL", "jdbc:postgresql://db/simple?preferQueryMode=extended&ApplicationName=simple"));
        start(Map.of("CRM_DB_URL", "jdbc:postgresql://db/crm?password=100%"));
    }

    private void start(String server, String portal) throws StartFailure {
        start(Map.of("CRM_BASE_URL", server, "CRM_BASE_PORTAL_URL", portal));
    }

    private void start(Map<String, String> environment) throws StartFailure {
        Configuration.of(Options.parse(List.of("--data", folder.toString())), environment);
    }
}
