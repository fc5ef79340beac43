package org.vinculo.crm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculo.crm.shared.Texts;

class SettingsServiceTest {

    @Test
    void secretIsKeptBackButKnownToBeGiven() {
        SettingView password = view(Setting.MAIL_PASSWORD, "s3cret");

        assertThat(password.value()).isNull();
        assertThat(password.defaultValue()).isNull();
        assertThat(password.given()).isTrue();
        assertThat(password.toString()).doesNotContain("s3cret");
    }

    @Test
    void passwordInsideADatabaseAddressIsKeptBack() {
        assertThat(view(Setting.DB_URL, "jdbc:postgresql://db/crm?user=crm&password=s3cret&ssl=true")
                        .value())
                .isEqualTo("jdbc:postgresql://db/crm?user=crm&password=•••&ssl=true");
        assertThat(view(Setting.DB_URL, "jdbc:x://crm:s3cret@db/crm").value()).isEqualTo("jdbc:x://crm:•••@db/crm");
    }

    @Test
    void untouchedSettingShowsItsDefault() {
        SettingView currency = view(Setting.COUNTRY, "");

        assertThat(currency.value()).isEqualTo("BR");
        assertThat(currency.changed()).isFalse();
        assertThat(currency.environmentVariable()).isEqualTo("CRM_COUNTRY");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void meaningIsToldInEveryLanguage(Setting setting) {
        for (Locale locale : Texts.LOCALES) {
            assertThat(Texts.has(locale, "platform.setting." + setting.key()))
                    .as("platform.setting.%s in %s", setting.key(), locale)
                    .isTrue();
        }
    }

    private static SettingView view(Setting setting, String value) {
        SettingsService service = new SettingsService();
        service.settings = Settings.of(Map.of(setting, value));
        return service.list().stream()
                .filter(view -> view.key().equals(setting.key()))
                .findFirst()
                .orElseThrow();
    }
}
