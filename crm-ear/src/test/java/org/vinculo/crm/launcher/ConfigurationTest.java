package org.vinculo.crm.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

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
}
