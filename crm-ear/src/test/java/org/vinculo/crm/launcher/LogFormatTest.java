package org.vinculo.crm.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from outside in a log: it can neither pass for an entry nor speak to the terminal that shows it. */
class LogFormatTest {

    private static final String FORGED = "2026-11-22T10:00:00.000Z SEVERE [1] crm: everything is lost";
    private static final Pattern ENTRY = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT.*");

    private final LogFormat format = new LogFormat();

    @AfterEach
    void asUsual() {
        LogFormat.useJson(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\u000b", "\f", "\n\n\r"})
    void aLineBreakInANameMakesNoSecondEntry(String end) {
        String text = format.format(entry("signed in: Ana" + end + FORGED));

        assertThat(text.split("\\R"))
                .filteredOn(line -> ENTRY.matcher(line).matches())
                .hasSize(1);
        assertThat(text.split("\\R"))
                .filteredOn(line -> line.startsWith("2026-11-22T10"))
                .isEmpty();
        assertThat(text).endsWith("\n").contains("Ana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\u001b]0;title\u0007", "\u009b31m", "\b\b\b", "\u0000", "\u007f", "\u202e"})
    void whatATerminalWouldObeyIsShownInstead(String control) {
        for (boolean json : new boolean[] {false, true}) {
            LogFormat.useJson(json);
            String text = format.format(entry("signed in: Ana" + control + "Lima"));

            assertThat(text.strip().chars().filter(c -> Character.isISOControl(c) || c == '\u202e'))
                    .isEmpty();
            assertThat(text).contains("Ana", "Lima").endsWith("\n");
        }
    }

    @Test
    void tabsOfAStackTraceStay() {
        LogRecord entry = entry("failed");
        entry.setThrown(new IllegalStateException("no\n" + FORGED));

        String text = format.format(entry);

        assertThat(text).contains("\tat " + LogFormatTest.class.getName());
        assertThat(text.split("\n"))
                .filteredOn(line -> ENTRY.matcher(line).matches())
                .hasSize(1);
    }

    @Test
    void asJsonAnEntryIsOneLineThatCanBeReadAgain() {
        LogFormat.useJson(true);
        LogRecord entry = entry("name \"Ana\" \\ \t\n" + FORGED + "\u2028");
        entry.setThrown(new IllegalStateException("ana@cliente.example"));

        String text = format.format(entry);

        assertThat(text.strip().lines()).hasSize(1);
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonObject read = reader.readObject();
            assertThat(read.getString("message")).startsWith("name \"Ana\" \\ \t\n" + FORGED);
            assertThat(read.getString("trace"))
                    .contains("IllegalStateException")
                    .doesNotContain("cliente");
            assertThat(read.getString("level")).isEqualTo("WARNING");
        }
    }

    @Test
    void neitherMessagesNorArgumentsNorCausesTellSecrets() {
        for (boolean json : new boolean[] {false, true}) {
            LogFormat.useJson(json);
            LogRecord entry = entry("sent to {0}, with {1}");
            entry.setParameters(
                    List.of("ana@cliente.example", "Bearer s3cr3t", new IllegalStateException("token=s3cr3t"))
                            .toArray());
            LogRecord thrown = entry("failed");
            thrown.setThrown(new IllegalStateException("outer", new IllegalStateException("password=s3cr3t")));

            assertThat(format.format(entry)).contains("sent to").doesNotContain("cliente", "s3cr3t");
            assertThat(format.format(thrown)).contains("Caused by").doesNotContain("s3cr3t");
        }
    }

    private static LogRecord entry(String message) {
        LogRecord entry = new LogRecord(Level.WARNING, message);
        entry.setInstant(Instant.parse("2026-11-23T08:30:00Z"));
        entry.setLoggerName("crm.test");
        return entry;
    }
}
