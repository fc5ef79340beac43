package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private static final String BASE = "https://crm.example.com";

    @Test
    void believesTheBrowserFirst() {
        assertThat(Origins.isOwn(post().header("Sec-Fetch-Site", "same-origin").build(), BASE))
                .isTrue();
        assertThat(Origins.isOwn(
                        post().header("Sec-Fetch-Site", "cross-site")
                                .header("Origin", BASE)
                                .build(),
                        BASE))
                .isFalse();
        assertThat(Origins.isOwn(post().header("Sec-Fetch-Site", "same-site").build(), BASE))
                .isFalse();
    }

    @Test
    void acceptsTheConfiguredAndTheAddressedOrigin() {
        assertThat(Origins.isOwn(post().header("Origin", BASE).build(), BASE)).isTrue();
        assertThat(Origins.isOwn(
                        post().header("Origin", "http://localhost:8080").build(), BASE))
                .isTrue();
        assertThat(Origins.isOwn(
                        post().header("Referer", "http://localhost:8080/backoffice/home?x=1")
                                .build(),
                        BASE))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test",
                "null",
                "https://crm.example.com.evil.test",
                "https://crm.example.com:444",
                "http://crm.example.com",
                "//crm.example.com",
                "https://crm.example.com@evil.test",
                "javascript:alert(1)"
            })
    void refusesEveryOtherOrigin(String origin) {
        assertThat(Origins.isOwn(post().header("Origin", origin).build(), BASE)).isFalse();
    }

    @Test
    void aClientThatSaysNothingIsNoBrowser() {
        assertThat(Origins.isOwn(post().build(), BASE)).isTrue();
    }

    private static Requests post() {
        return Requests.post("/customers/edit");
    }
}
