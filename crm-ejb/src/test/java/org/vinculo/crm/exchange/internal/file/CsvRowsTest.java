package org.vinculo.crm.exchange.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.exchange.PublicData;

class CsvRowsTest {

    private static final TextFormat COMMAS = new TextFormat(StandardCharsets.UTF_8, 0, ',', '"', false, 0);

    @TempDir
    Path folder;

    @Test
    void quotedValuesMayHoldLinesSeparatorsAndQuotes() throws IOException {
        List<SourceRow> rows = rows("a,\"b\r\nc,\"\"d\"\"\"\r\n1,2\r\n");

        assertThat(rows)
                .extracting(SourceRow::line, SourceRow::cells)
                .containsExactly(tuple(1L, List.of("a", "b\r\nc,\"d\"")), tuple(3L, List.of("1", "2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndIsKnownAndBlankRowsAreLeftOut(String end) throws IOException {
        List<SourceRow> rows = rows(String.join(end, "a,b", "", " , ", "1,2"));

        assertThat(rows)
                .extracting(SourceRow::line, SourceRow::cells)
                .containsExactly(tuple(1L, List.of("a", "b")), tuple(4L, List.of("1", "2")));
    }

    @Test
    void aQuoteOpenAtTheEndCostsOnlyItsLine() throws IOException {
        List<SourceRow> rows = rows("h1,h2\n1,one\n2,\"two\n3,three\n4,four\n");

        assertThat(rows).extracting(SourceRow::line).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(rows.get(2).fault().code()).isEqualTo("exchange.row.quoteOpen");
        assertThat(rows.get(2).cells()).containsExactly("2,\"two");
        assertThat(rows.get(4).cells()).containsExactly("4", "four");
    }

    @Test
    void twoStrayQuotesDoNotSwallowTheRowsBetween() throws IOException {
        List<SourceRow> rows = rows("1,\"a\n2,b\n3,c\n4,\"d e\"f,g\n5,h\n");

        assertThat(rows).extracting(SourceRow::line).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(rows)
                .filteredOn(row -> row.fault() != null)
                .extracting(SourceRow::line)
                .containsExactly(1L);
    }

    @Test
    void aCellOfAMegabyteIsReportedAndTheRestRead() throws IOException {
        List<SourceRow> rows = rows("1,a\n2," + "x".repeat(1 << 20) + "\n3,\"" + "y".repeat(1 << 20) + "\"\n4,d\n");

        assertThat(rows).extracting(SourceRow::line).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows)
                .filteredOn(row -> row.fault() != null)
                .extracting(row -> row.fault().code())
                .containsOnly("exchange.row.tooLong")
                .hasSize(2);
    }

    @Test
    void tooManyColumnsAreReported() throws IOException {
        List<SourceRow> rows = rows("1,2\n" + ",".repeat(5000) + "\n3,4\n");

        assertThat(rows).extracting(SourceRow::line).containsExactly(1L, 2L, 3L);
        assertThat(rows.get(1).fault().code()).isEqualTo("exchange.row.tooManyColumns");
    }

    @Test
    void aLineBreakInTextBytesIsNotAByteOfTheNextEncoding() throws IOException {
        Path file = folder.resolve("wide.csv");
        Files.write(file, "a;ção\n1;é\n".getBytes(StandardCharsets.UTF_16LE));

        TextFormat format = FormatDetector.detect(file, null, null);

        assertThat(all(CsvRows.of(file, format, ReadLimits.DEFAULT)))
                .extracting(SourceRow::cells)
                .containsExactly(List.of("a", "ção"), List.of("1", "é"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "csv-messy/csv-spectrum/csvs/comma_in_quotes.csv",
                "csv-messy/csv-spectrum/csvs/empty.csv",
                "csv-messy/csv-spectrum/csvs/empty_crlf.csv",
                "csv-messy/csv-spectrum/csvs/escaped_quotes.csv",
                "csv-messy/csv-spectrum/csvs/json.csv",
                "csv-messy/csv-spectrum/csvs/newlines.csv",
                "csv-messy/csv-spectrum/csvs/newlines_crlf.csv",
                "csv-messy/csv-spectrum/csvs/quotes_and_newlines.csv",
                "csv-messy/csv-spectrum/csvs/simple.csv",
                "csv-messy/csv-spectrum/csvs/simple_crlf.csv",
                "csv-messy/csv-spectrum/csvs/utf8.csv"
            })
    void theAwkwardFilesReadAsExpected(String name) throws IOException {
        Path file = PublicData.file(name);
        String json =
                Files.readString(Path.of(file.toString().replace("csvs", "json").replace(".csv", ".json")));
        TextFormat format = FormatDetector.detect(file, null, null);

        List<SourceRow> rows = all(CsvRows.of(file, format, ReadLimits.DEFAULT));

        assertThat(format.delimiter()).isEqualTo(',');
        assertThat(records(rows)).isEqualTo(records(json));
    }

    @Test
    void noAwkwardFileBreaksTheReader() throws IOException {
        Path folderOfFiles = PublicData.file("csv-messy");
        List<Path> files;
        try (var walk = Files.walk(folderOfFiles)) {
            files = walk.filter(path -> path.toString().matches(".*\\.(csv|tsv|txt)"))
                    .toList();
        }

        for (Path file : files) {
            if (Files.size(file) > 0) {
                TextFormat format = FormatDetector.detect(file, null, null);
                assertThat(all(new SourceFile(file, FileType.TEXT, format).open(ReadLimits.DEFAULT)))
                        .as(file.toString())
                        .isNotEmpty();
            }
        }
        assertThat(files).hasSizeGreaterThan(200);
    }

    @Property(tries = 300)
    void whateverTheTextHoldsEveryRecordIsRowOrFault(@ForAll("texts") String text) throws IOException {
        List<SourceRow> rows = rows(text);

        assertThat(rows).allSatisfy(row -> assertThat(row.cells()).isNotEmpty());
        assertThat(rows).extracting(SourceRow::line).isSorted();
    }

    @Property(tries = 300)
    void blanksAroundQuotesChangeNothingOfThat(@ForAll("texts") String text) throws IOException {
        TextFormat spaced = new TextFormat(StandardCharsets.UTF_8, 0, ',', '"', true, 0);

        List<SourceRow> rows = all(CsvRows.of(new StringReader(text), spaced, ReadLimits.DEFAULT));

        assertThat(rows).extracting(SourceRow::line).isSorted();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('a', ',', '"', '\n', '\r', ' ', ';', 'é')
                .ofMaxLength(60);
    }

    private static List<SourceRow> rows(String text) throws IOException {
        return all(CsvRows.of(new StringReader(text), COMMAS, ReadLimits.DEFAULT));
    }

    static List<SourceRow> all(RowSource source) throws IOException {
        try (source) {
            List<SourceRow> rows = new ArrayList<>();
            for (SourceRow row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
            return rows;
        }
    }

    private static List<java.util.Map<String, String>> records(List<SourceRow> rows) {
        List<java.util.Map<String, String>> records = new ArrayList<>();
        for (SourceRow row : rows.subList(1, rows.size())) {
            java.util.Map<String, String> record = new java.util.TreeMap<>();
            for (int i = 0; i < rows.get(0).cells().size(); i++) {
                record.put(rows.get(0).cell(i), row.cell(i));
            }
            records.add(record);
        }
        return records;
    }

    private static List<java.util.Map<String, String>> records(String json) {
        try (jakarta.json.JsonReader reader = jakarta.json.Json.createReader(new StringReader(json))) {
            List<java.util.Map<String, String>> records = new ArrayList<>();
            reader.readArray().forEach(value -> {
                java.util.Map<String, String> record = new java.util.TreeMap<>();
                value.asJsonObject()
                        .forEach((name, cell) -> record.put(name, ((jakarta.json.JsonString) cell).getString()));
                records.add(record);
            });
            return records;
        }
    }
}
