package org.vinculo.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientsTest {

    private static final Set<String> PROXIES = Set.of("10.0.0.1", "10.0.0.2");

    @Test
    void forwardingHeadersOfStrangersDoNotCount() {
        assertThat(Clients.address("203.0.113.9", List.of("192.0.2.1"), PROXIES))
                .isEqualTo("203.0.113.9");
        assertThat(Clients.address("203.0.113.9", List.of("192.0.2.1"), Set.of()))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void theLastForeignHopBeforeOurProxiesCounts() {
        assertThat(Clients.address("10.0.0.1", List.of("1.1.1.1, 192.0.2.1, 10.0.0.2"), PROXIES))
                .isEqualTo("192.0.2.1");
        assertThat(Clients.address("10.0.0.1", List.of("1.1.1.1", "2001:db8::1"), PROXIES))
                .isEqualTo("2001:db8::1");
    }

    @Test
    void rubbishInTheHeaderIsNotAnAddress() {
        assertThat(Clients.address("10.0.0.1", List.of("<script>"), PROXIES)).isEqualTo("10.0.0.1");
        assertThat(Clients.address("10.0.0.1", List.of(), PROXIES)).isEqualTo("10.0.0.1");
    }

    @Test
    void clientFactsHaveNoControlCharactersAndAnEnd() {
        ClientInfo client =
                new ClientInfo("192.0.2.1", "evil\r\n2026 forged line\u001b[31m" + "x".repeat(500), Locale.FRENCH);

        assertThat(client.userAgent()).doesNotContain("\n", "\r", "\u001b").hasSizeLessThanOrEqualTo(300);
        assertThat(client.locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void browsersHaveNamesThatPeopleKnow() {
        assertThat(
                        Browser.name(
                                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"))
                .isEqualTo("Chrome, Linux");
        assertThat(
                        Browser.name(
                                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1"))
                .isEqualTo("Safari, iPhone");
        assertThat(Browser.name("curl/8.5.0")).isEqualTo("curl/8.5.0");
        assertThat(Browser.name(null)).isNull();
    }
}
