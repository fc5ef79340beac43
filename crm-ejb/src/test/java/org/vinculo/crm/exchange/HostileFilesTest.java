package org.vinculo.crm.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.shared.InvalidInput;

/** Files that mean harm, or only look so: refused with a reason that people can read, or kept as they are. */
class HostileFilesTest extends ImportRoomTest {

    @Test
    void naughtyTextsAreKeptLetterForLetter() throws IOException {
        List<String> texts = new ArrayList<>();
        try (JsonReader json =
                Json.createReader(Files.newBufferedReader(PublicData.file("blns/blns.json"), StandardCharsets.UTF_8))) {
            json.readArray().getValuesAs(JsonString::getString).stream()
                    .filter(text -> !text.isBlank() && text.length() <= 2000)
                    .forEach(texts::add);
        }
        StringBuilder csv = new StringBuilder("externalId,kind,name,notes\n");
        for (int i = 0; i < texts.size(); i++) {
            csv.append("N").append(i).append(",organisation,\"Nº ").append(i).append("\",");
            csv.append('"').append(texts.get(i).replace("\"", "\"\"")).append("\"\n");
        }

        ImportView view = run(
                upload(csv.toString(), ImportKind.CUSTOMERS, profile("{\"delimiter\":\",\",\"header\":true}")), false);

        assertThat(view.rows().read()).isEqualTo(texts.size());
        assertThat(view.rows().faulty()).isZero();
        int kept = 0;
        for (int i = 0; i < texts.size(); i++) {
            String notes = (String) em.createNativeQuery("select notes from customer where external_id = 'N" + i + "'")
                    .getSingleResult();
            kept += texts.get(i).strip().equals(notes) ? 1 : 0;
        }
        assertThat(kept).as("all but those with invisible control characters").isGreaterThan(texts.size() * 9 / 10);
    }

    @Test
    void pathsInTheNameOfAFileLeadNowhere() {
        ImportPreview preview = service.upload(
                new ByteArrayInputStream("name\nAna\n".getBytes(StandardCharsets.UTF_8)),
                "../../etc/passwd\u0000.csv",
                ImportKind.CUSTOMERS,
                ImportProfile.EMPTY);

        assertThat(preview.fileName()).doesNotContain("/").doesNotContain("..");
        assertThat(data.resolve("imports")).isDirectoryContaining("glob:**.upload");
    }

    @Test
    void programsPicturesAndArchivesAreNoTables() {
        for (byte[] head :
                List.of(new byte[] {'M', 'Z', 0, 1, 2}, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}, new byte[] {
                    0x1F, (byte) 0x8B, 8, 0
                })) {
            assertThatThrownBy(() -> service.upload(
                            new ByteArrayInputStream(head), "a.csv", ImportKind.CUSTOMERS, ImportProfile.EMPTY))
                    .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(
                                    refused.errors().get(0).code())
                            .isEqualTo("exchange.file.notATable"));
        }
    }
}
