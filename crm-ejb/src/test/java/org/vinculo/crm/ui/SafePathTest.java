package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.test",
                "/\\evil.test",
                "https://evil.test/backoffice/",
                "https:evil.test",
                "/portal/home",
                "/backoffice",
                "/backoffice//evil.test",
                "/backoffice/../portal/home",
                "/backoffice/\r\nSet-Cookie: a=b",
                "/backoffice/x\\y"
            })
    void leadsHomeWhenAskedToLeadOutside(String asked) {
        assertThat(SafePath.after(asked, "/backoffice")).isEqualTo("/backoffice/home");
    }

    @Test
    void leadsBackInside() {
        assertThat(SafePath.after("/backoffice/customers/view?id=abc&tab=x", "/backoffice"))
                .isEqualTo("/backoffice/customers/view?id=abc&tab=x");
        assertThat(SafePath.after(null, "/portal")).isEqualTo("/portal/home");
    }

    @Test
    void aPageHasOneAddress() {
        assertThat(SafePath.page(Requests.get("/customers/list.xhtml").build())).isEqualTo("/customers/list");
        assertThat(SafePath.page(Requests.get("//evil.test/x").build())).isEqualTo("/evil.test/x");
        assertThat(SafePath.ofPage(Requests.get("/customers/list?q=a").build()))
                .isEqualTo("/backoffice/customers/list?q=a");
        assertThat(SafePath.withoutParameter(
                        Requests.get("/signin?lang=es&next=%2Fx").build(), "lang"))
                .isEqualTo("/backoffice/signin?next=%2Fx");
    }

    @Test
    void anExpiredFormComesBackWithTheQueryOfItsPage() {
        Requests form = Requests.post("/customers/edit");

        assertThat(SafePath.ofReferringPage(
                        form.header("Referer", "http://localhost:8080/backoffice/customers/edit?id=abc")
                                .build()))
                .isEqualTo("/backoffice/customers/edit?id=abc");
        assertThat(SafePath.ofReferringPage(form.header("Referer", "http://localhost:8080/backoffice/other?id=abc")
                        .build()))
                .isEqualTo("/backoffice/customers/edit");
        assertThat(SafePath.ofReferringPage(
                        form.header("Referer", "http://[broken").build()))
                .isEqualTo("/backoffice/customers/edit");
    }
}
