package org.vinculo.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts as somebody sitting there. */
class DoorMechanismTest {

    private static final Map<String, String> AJAX =
            Map.of("Faces-Request", "partial/ajax", "type", "application/x-www-form-urlencoded; charset=UTF-8");

    @Test
    void pagesAndButtonsAre() {
        assertThat(DoorMechanism.isActivity(request(Map.of(), null))).isTrue();
        assertThat(DoorMechanism.isActivity(request(AJAX, "form:save"))).isTrue();
        assertThat(DoorMechanism.isActivity(request(AJAX, null))).isTrue();
    }

    @Test
    void whatAPageDoesByItselfIsNot() {
        assertThat(DoorMechanism.isActivity(request(AJAX, "form:poll"))).isFalse();
        assertThat(DoorMechanism.isActivity(request(AJAX, "form:list:pollRows")))
                .isFalse();
        assertThat(DoorMechanism.isActivity(request(
                        Map.of(
                                "X-Unattended",
                                "true",
                                "Faces-Request",
                                "partial/ajax",
                                "type",
                                "application/x-www-form-urlencoded"),
                        "form:refresh")))
                .isFalse();
    }

    private static HttpServletRequest request(Map<String, String> headers, String source) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                DoorMechanismTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getHeader" -> headers.get(args[0]);
                    case "getContentType" -> headers.get("type");
                    case "getParameter" -> source;
                    default -> null;
                });
    }
}
