package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormWithFilesTest {

    private static final String TYPE = "multipart/form-data; boundary=xyz";

    @TempDir
    Path folder;

    @Test
    void fieldsAndFilesAreWhatWasSent() throws IOException {
        String long_ = "a".repeat(100_000);
        try (FormWithFiles form = read(
                "/messages?id=7&word=caf%C3%A9",
                field("text", "Olá, José"),
                field("many", "1"),
                field("many", "2"),
                file("file", "relatório 1.pdf", long_),
                file("empty", "", ""))) {
            assertThat(form.getParameter("id")).isEqualTo("7");
            assertThat(form.getParameter("word")).isEqualTo("café");
            assertThat(form.getParameter("text")).isEqualTo("Olá, José");
            assertThat(form.getParameterValues("many")).containsExactly("1", "2");
            assertThat(form.getParameter("empty")).isEmpty();
            assertThat(form.getParameter("file")).isNull();
            assertThat(Collections.list(form.getParameterNames()))
                    .containsExactly("id", "word", "text", "many", "empty");
            Part file = form.getPart("file");
            assertThat(file.getSubmittedFileName()).isEqualTo("relatório 1.pdf");
            assertThat(file.getContentType()).isEqualTo("application/pdf");
            assertThat(file.getSize()).isEqualTo(100_000);
            assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(long_);
            assertThat(form.getParts()).hasSize(5);
            assertThat(left()).as("a large file does not lie in memory").hasSize(1);
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void moreThanAThousandPartsAreNotReadOn() throws IOException {
        String[] thousand = Stream.generate(() -> field("a", "b")).limit(999).toArray(String[]::new);
        try (FormWithFiles form = read("/messages", thousand)) {
            assertThat(form.getParts()).hasSize(999);
        }
        String[] more = Stream.concat(
                        Stream.of(file("file", "a.txt", "x".repeat(100_000)), field("a", "b")), Stream.of(thousand))
                .toArray(String[]::new);

        assertThatThrownBy(() -> read("/messages", more)).isInstanceOf(BodyTooLarge.class);
        assertThat(left()).as("what was read of it is gone").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nends here",
                "--xyz\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a\0.txt\"\r\n\r\nx\r\n--xyz--\r\n"
            })
    void whatIsNoWholeFormIsRefused(String body) {
        assertThatThrownBy(() -> new FormWithFiles(limited("/messages", body), folder))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aLargeFileWithoutANameToKeepItUnderIsGone() throws IOException {
        String bad = file("file", "a\0.pdf", "x".repeat(100_000));

        assertThatThrownBy(() -> read("/messages", bad)).isInstanceOf(IOException.class);

        assertThat(left()).isEmpty();
    }

    @Test
    void theHeadOfAPartEnds() {
        String body = "--xyz\r\nX: " + "y".repeat(10_000) + "\r\n\r\nx\r\n--xyz--\r\n";

        assertThatThrownBy(() -> new FormWithFiles(limited("/messages", body), folder))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aBodyWithoutPartsSaysNothing() throws IOException {
        assertThat(read("/messages").getParts()).isEmpty();
        assertThat(new FormWithFiles(limited("/messages", "no form"), folder).getParts())
                .isEmpty();
        assertThat(new FormWithFiles(limited("/messages", "--xyz"), folder).getParts())
                .isEmpty();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private FormWithFiles read(String path, String... parts) throws IOException {
        return new FormWithFiles(limited(path, String.join("", parts) + "--xyz--\r\n"), folder);
    }

    private static LimitedRequest limited(String path, String body) {
        String bytes = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        HttpServletRequest request = Requests.post(path).content(TYPE, bytes).build();
        return new LimitedRequest(request, 1_000_000, 1000);
    }

    private static String field(String name, String value) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String fileName, String content) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n";
    }
}
