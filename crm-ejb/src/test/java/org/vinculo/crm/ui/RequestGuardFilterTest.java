package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.platform.Settings;

class RequestGuardFilterTest {

    private static final int LARGE = 50_000_000;
    private static final int PASSED = 200;

    private final RequestGuardFilter filter = new RequestGuardFilter();

    @BeforeEach
    void configure() throws Exception {
        filter.settings = Settings.of(Map.of());
        filter.init((FilterConfig) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {FilterConfig.class},
                (proxy, method, args) ->
                        "getInitParameter".equals(method.getName()) ? "/messages /imports/new" : null));
    }

    @Test
    void onlyPagesThatTakeFilesTakeLargeBodies() throws Exception {
        assertThat(status(upload("/imports/new", LARGE))).isEqualTo(PASSED);
        assertThat(status(upload("/messages", LARGE))).isEqualTo(PASSED);
        assertThat(status(upload("/signin", LARGE))).isEqualTo(413);
        assertThat(status(upload("/customers/view", LARGE))).isEqualTo(413);
        assertThat(status(upload("/signin", 1000))).isEqualTo(PASSED);
        assertThat(status(upload("/imports/new", 2_000_000_000))).isEqualTo(413);
    }

    @Test
    void programsThatSayWhoTheyAreSendFilesToTheInterfaceOnly() throws Exception {
        assertThat(status(upload("/api/v1/imports", LARGE).header("Authorization", "Bearer x")))
                .isEqualTo(PASSED);
        assertThat(status(upload("/api/v1/imports", LARGE))).isEqualTo(413);
    }

    /** A million of them fit into the largest file, and took minutes and gigabytes to be read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=x-1",
                "Multipart/Form-Data; charset=utf-8; Boundary=\"x-1\"",
                "multipart/form-data;boundary=x-1;a=b"
            })
    void aProgramSendsNoMoreThanAHundredParts(String type) throws Exception {
        String part = "--x-1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--x\n--x\n\n--x-\r\n";

        assertThat(read(type, part.repeat(100))).isEqualTo(100 * part.length());
        assertThatThrownBy(() -> read(type, "\r\n" + part.repeat(101))).isInstanceOf(BodyTooLarge.class);
        assertThatThrownBy(() -> read(type, part.replace("\r", "").repeat(102))).isInstanceOf(BodyTooLarge.class);
    }

    @Test
    void aFormOfAThousandPartsIsReadByNobody() throws Exception {
        String type = "multipart/form-data; boundary=x";
        String many = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n".repeat(1_100) + "--x--\r\n";

        assertThat(status(Requests.post("/messages").content(type, many).signedIn()))
                .isEqualTo(413);
        assertThat(status(Requests.post("/signin").content(type, many))).isEqualTo(413);
        assertThat(status(Requests.post("/messages").content(type, "--x\r\nbroken")))
                .isEqualTo(400);
        assertThat(status(Requests.post("/messages").content(type, many).body(type, LARGE)))
                .as("of a stranger: not read, and shown the door behind this filter")
                .isEqualTo(PASSED);
    }

    private int read(String type, String content) throws Exception {
        AtomicInteger length = new AtomicInteger();
        FilterChain chain =
                (passed, answer) -> length.set(passed.getInputStream().readAllBytes().length);
        filter.doFilter(
                Requests.post("/api/v1/imports")
                        .header("Authorization", "Bearer x")
                        .content(type, content)
                        .build(),
                null,
                chain);
        return length.get();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jakarta.faces.ViewState=1:2&form=form",
                "form=form&jakarta.faces.ViewState=1:2",
                "form=form&jakarta%2Efaces%2eViewState=1",
                "jakarta.faces.ViewState",
                "q=a%00b",
                "%00=1"
            })
    void anAddressIsNoFormAndHoldsNoNul(String query) throws Exception {
        assertThat(status(Requests.get("/data/edit?" + query))).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=jakarta.faces.ViewState", "q=100%", "q=%zz", "q=%C3%A9+x", "id=1&tab=needs", ""})
    void otherAddressesPass(String query) throws Exception {
        assertThat(status(Requests.get("/customers/list?" + query))).isEqualTo(PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "OPTIONS", "CONNECT", "FOO", "PROPFIND"})
    void neitherPeopleNorProgramsHaveOtherMethods(String method) throws Exception {
        assertThat(status(Requests.of(method, "/home"))).isEqualTo(405);
        assertThat(status(Requests.of(method, "/api/v1/customers").header("Authorization", "Bearer x")))
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void onlyProgramsWriteOtherwiseThanByForms(String method) throws Exception {
        assertThat(status(Requests.of(method, "/home"))).isEqualTo(405);
        assertThat(status(Requests.of(method, "/api/v1/customers").header("Authorization", "Bearer x")))
                .isEqualTo(PASSED);
    }

    private static Requests upload(String path, int length) {
        String type = "multipart/form-data; boundary=x";
        return Requests.post(path).content(type, "").body(type, length);
    }

    private int status(Requests request) throws Exception {
        AtomicInteger status = new AtomicInteger(-1);
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, args) -> {
                    if ("sendError".equals(method.getName())) {
                        status.set((Integer) args[0]);
                    }
                    return null;
                });
        FilterChain chain = (passed, answer) -> status.set(PASSED);
        filter.doFilter(request.build(), response, chain);
        return status.get();
    }
}
