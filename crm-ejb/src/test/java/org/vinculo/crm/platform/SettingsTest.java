package org.vinculo.crm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void bothDoorsAreAtTheAddressOfTheServer() {
        Settings one = Settings.of(Map.of(Setting.BASE_URL, "https://crm.example.com/"));

        assertThat(one.address("/backoffice/home")).isEqualTo("https://crm.example.com/backoffice/home");
        assertThat(one.address("/portal/reset?token=x")).isEqualTo("https://crm.example.com/portal/reset?token=x");
    }

    @Test
    void thePortalMayHaveANameOfItsOwn() {
        Settings two = Settings.of(Map.of(
                Setting.BASE_URL, "https://crm.example.com", Setting.PORTAL_BASE_URL, "https://my.example.com/"));

        assertThat(two.address("/portal")).isEqualTo("https://my.example.com/portal");
        assertThat(two.address("/portal/messages")).isEqualTo("https://my.example.com/portal/messages");
        assertThat(two.address("/backoffice/customers/view?back=/portal"))
                .isEqualTo("https://crm.example.com/backoffice/customers/view?back=/portal");
        assertThat(two.address("/portals")).startsWith("https://crm.example.com/");
    }
}
