package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReportsTest {

    private static final String REPORT =
            "{\"csp-report\":{\"document-uri\":\"https://crm.example/portal/reset?token=s3cret\","
                    + "\"effective-directive\":\"script-src-elem\",\"blocked-uri\":\"https://evil.example/a?who=ana@example.org\"}}";

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final Logger log = Logger.getLogger(PolicyReports.class.getName());
    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(handler);
        log.setUseParentHandlers(false);
    }

    @AfterEach
    void stop() {
        log.removeHandler(handler);
        log.setUseParentHandlers(true);
    }

    @Test
    void theLogSaysWhatWasRefusedAndNothingOfAPerson() throws Exception {
        send(reports(), REPORT);

        assertThat(lines)
                .containsExactly(
                        "A browser kept /portal/reset from using https://evil.example:443 against script-src-elem");
    }

    @Test
    void whoSendsThemWithoutEndDoesNotFillTheLog() throws Exception {
        PolicyReports reports = reports();
        for (int i = 0; i < 3 * PolicyReports.MOST; i++) {
            send(reports, REPORT);
        }

        assertThat(lines).hasSize(PolicyReports.MOST);

        reports.clock = Clock.fixed(NOW.plus(Duration.ofMinutes(61)), ZoneOffset.UTC);
        send(reports, REPORT);

        assertThat(lines).as("an hour later").hasSize(PolicyReports.MOST + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"csp-report\":7}", "{\"csp-report\":{\"blocked-uri\":{}}}"})
    void whatIsNoReportIsNotWrittenDown(String text) throws Exception {
        send(reports(), text);

        assertThat(lines).filteredOn(line -> line.startsWith("A browser")).isEmpty();
    }

    @Test
    void aReportAddsNoLine() throws Exception {
        send(
                reports(),
                "{\"csp-report\":{\"document-uri\":\"x\",\"effective-directive\":\"a\\nSEVERE: b\\u001b[31m\",\"blocked-uri\":\""
                        + "z".repeat(5000) + "\"}}");

        assertThat(lines).hasSize(1).allSatisfy(line -> assertThat(line)
                .hasSizeLessThan(300)
                .contains("against a?SEVERE:?b??31m")
                .doesNotContainPattern("\\p{Cntrl}"));
    }

    private static PolicyReports reports() {
        PolicyReports reports = new PolicyReports();
        reports.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return reports;
    }

    private static void send(PolicyReports reports, String text) throws Exception {
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                PolicyReportsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, args) -> null);
        reports.doPost(
                Requests.post("/policy-report")
                        .content("application/csp-report", text)
                        .build(),
                response);
    }
}
