package org.vinculo.crm.exchange.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxRowsTest {

    private static final ReadLimits LIMITS = ReadLimits.DEFAULT;

    @TempDir
    Path folder;

    @Test
    void cellsAreReadAsTheyAreShown() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("one");
            sheet.value(0, 0, "name");
            sheet.value(0, 1, "day");
            sheet.value(2, 0, "Conceição & Filhos");
            sheet.value(2, 1, LocalDate.of(2024, 2, 29));
            sheet.style(2, 1).format("dd/mm/yyyy").set();
            sheet.value(2, 2, LocalDateTime.of(2024, 3, 7, 10, 20, 30));
            sheet.style(2, 2).format("yyyy-mm-dd hh:mm").set();
            sheet.value(2, 4, 29.33);
            sheet.value(2, 5, 1234567890123L);
            sheet.value(2, 6, true);
            sheet.inlineString(2, 7, "00012");
        }

        List<SourceRow> rows = CsvRowsTest.all(new XlsxRows(file, LIMITS));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).line()).isEqualTo(3);
        assertThat(rows.get(1).cells())
                .containsExactly(
                        "Conceição & Filhos",
                        "2024-02-29",
                        "2024-03-07 10:20:30",
                        "",
                        "29.33",
                        "1234567890123",
                        "true",
                        "00012");
    }

    @Test
    void binaryNoiseBehindTheShownDigitsIsDropped() {
        assertThat(XlsxRows.numberText("29.330000000000002")).isEqualTo("29.33");
        assertThat(XlsxRows.numberText("1.0E-2")).isEqualTo("0.01");
        assertThat(XlsxRows.numberText("1E999999999")).isEqualTo("1E999999999");
        assertThat(XlsxRows.numberText("120")).isEqualTo("120");
    }

    @Test
    void daysAreCountedAsExcelDoes() {
        assertThat(XlsxRows.date("1", false)).isEqualTo("1900-01-01");
        assertThat(XlsxRows.date("61", false)).isEqualTo("1900-03-01");
        assertThat(XlsxRows.date("45358", false)).isEqualTo("2024-03-07");
        assertThat(XlsxRows.date("43896.5", true)).isEqualTo("2024-03-07 12:00:00");
        assertThat(XlsxRows.date("-1", false)).isEqualTo("-1");
    }

    @Test
    void formatsOfDatesAreTold() {
        assertThat(XlsxBook.isDate("14", null)).isTrue();
        assertThat(XlsxBook.isDate("2", null)).isFalse();
        assertThat(XlsxBook.isDate("164", "[$-416]d \"de\" mmmm;@")).isTrue();
        assertThat(XlsxBook.isDate("165", "\"R$\" #,##0.00;[Red]-#,##0.00")).isFalse();
        assertThat(XlsxBook.isDate("166", "General")).isFalse();
    }

    @Test
    void anAddressBeyondTheSheetCostsItsRowAndNoMemory() throws IOException {
        Path file = workbook(sheet(
                "<row r=\"1\"><c r=\"ZZZZZZZZ1\"><v>1</v></c></row>" + "<row r=\"2\"><c r=\"A2\"><v>2</v></c></row>"));

        List<SourceRow> rows = CsvRowsTest.all(new XlsxRows(file, LIMITS));

        assertThat(rows.get(0).fault().code()).isEqualTo("exchange.row.tooManyColumns");
        assertThat(rows.get(1).cells()).containsExactly("2");
    }

    @Test
    void outsideContentIsRefused() throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "secret");
        Path file = workbook("<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c></row>"));

        refusedFast(() -> CsvRowsTest.all(new XlsxRows(file, LIMITS)), XlsxPackage.DANGEROUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "xl/worksheets/sheet1.xml"
            })
    void noPartFetchesOutsideContent(String part) throws IOException {
        try (ServerSocketChannel canary =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            canary.configureBlocking(false);
            String here = "http://127.0.0.1:" + canary.socket().getLocalPort() + "/";
            Map<String, String> parts = new LinkedHashMap<>(whole());
            String kind = parts.get(part).replaceFirst("(?s)<(\\w+).*", "$1");
            parts.put(
                    part,
                    "<!DOCTYPE " + kind + " SYSTEM \"" + here + "a.dtd\" [<!ENTITY % p SYSTEM \"" + here
                            + "b\"> %p; <!ENTITY x SYSTEM \"" + here + "c\">]>"
                            + parts.get(part));
            Path file = zip("stranger-" + kind + ".xlsx", parts);

            refusedFast(() -> CsvRowsTest.all(new XlsxRows(file, LIMITS)), XlsxPackage.DANGEROUS);

            assertThat(canary.accept()).as("a call to the loopback").isNull();
        }
    }

    @Test
    void theSamePartTwiceIsRefused() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>(whole());
        parts.put("xl/worksheets/sheet2.xml", sheet("<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>"));
        Path file = zip("stranger-twice.xlsx", parts);
        assertThat(CsvRowsTest.all(new XlsxRows(file, LIMITS))).hasSize(1);
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replace("sheet2.xml", "sheet1.xml"), StandardCharsets.ISO_8859_1);

        refusedFast(() -> CsvRowsTest.all(new XlsxRows(file, LIMITS)), XlsxPackage.DANGEROUS);
    }

    private static Map<String, String> whole() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put("xl/sharedStrings.xml", "<sst><si><t>name</t></si></sst>");
        parts.put("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>");
        parts.put("xl/worksheets/sheet1.xml", sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"));
        return parts;
    }

    @Test
    void entitiesThatExplodeAreRefused() throws IOException {
        StringBuilder dtd = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            dtd.append("<!ENTITY a")
                    .append(i)
                    .append(" \"&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";\">");
        }
        Path file = workbook(dtd.append("]>") + sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&a29;</v></c></row>"));

        refusedFast(() -> CsvRowsTest.all(new XlsxRows(file, LIMITS)), XlsxPackage.DANGEROUS);
    }

    @Test
    void aBombIsRefusedByWhatItClaims() throws IOException {
        Path file = bomb(64L << 20);
        ReadLimits small = new ReadLimits(1 << 20, 1000, 100, 10, 60L << 20, 1 << 20, 100);

        assertThat(Files.size(file)).isLessThan(1L << 20);
        refusedFast(() -> new XlsxRows(file, small), XlsxPackage.DANGEROUS);
    }

    @Test
    void aBombThatLiesIsRefusedWhileReading() throws IOException {
        Path file = bomb(64L << 20);
        ReadLimits small = new ReadLimits(1 << 20, 1000, 100, 10, 80L << 20, 1 << 20, 100);

        try (XlsxPackage parts = new XlsxPackage(file, small)) {
            refusedFast(
                    () -> parts.bytes("xl/worksheets/sheet1.xml", 8 << 20).transferTo(OutputStream.nullOutputStream()),
                    XlsxPackage.DANGEROUS);
        }
    }

    @Test
    void tooManyPartsClimbingPathsAndStrangersAreRefused() throws IOException {
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 100_000; i++) {
            many.put("x" + i, "");
        }
        Path crowded = zip("crowded.xlsx", many);
        Path climbing = zip("climbing.xlsx", Map.of("../../evil.xml", "x"));
        Path stranger = zip("stranger.xlsx", Map.of("word/document.xml", "x"));

        refusedFast(() -> new XlsxRows(crowded, LIMITS), XlsxPackage.DANGEROUS);
        refusedFast(() -> new XlsxRows(climbing, LIMITS), XlsxPackage.DANGEROUS);
        refusedFast(() -> new XlsxRows(stranger, LIMITS), "exchange.file.notATable");
    }

    @Test
    void aDamagedSheetIsSaidToBeDamaged() throws IOException {
        Path cut = workbook("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1");
        Path notZip = folder.resolve("not.xlsx");
        Files.write(notZip, new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});

        refusedFast(() -> CsvRowsTest.all(new XlsxRows(cut, LIMITS)), "exchange.file.damaged");
        refusedFast(() -> new XlsxRows(notZip, LIMITS), "exchange.file.damaged");
    }

    @Test
    void theTypeIsToldByTheContent() throws IOException {
        assertThat(FileType.of(write("a.csv", "a,b".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(FileType.TEXT);
        assertThat(FileType.of(write("b.csv", "a;ção".getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo(FileType.TEXT);
        assertThatThrownBy(() -> FileType.of(write("c.csv", new byte[0]))).hasMessage("exchange.file.empty");
        assertThatThrownBy(() -> FileType.of(write("d.csv", new byte[] {'M', 'Z', 0, 1})))
                .hasMessage("exchange.file.notATable");
        assertThatThrownBy(() -> FileType.of(write("e.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})))
                .hasMessage("exchange.file.oldExcel");
        assertThatThrownBy(() -> FileType.of(write("f.csv", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))))
                .hasMessage("exchange.file.notATable");
    }

    private static void refusedFast(ThrowingCallable reading, String code) {
        long before = System.nanoTime();

        assertThatThrownBy(reading).isInstanceOf(UnreadableFile.class).hasMessage(code);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    private Path workbook(String sheet) throws IOException {
        return zip("book" + sheet.hashCode() + ".xlsx", Map.of("xl/worksheets/sheet1.xml", sheet));
    }

    private Path zip(String name, Map<String, String> parts) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            if (!name.startsWith("stranger")) {
                put(zip, "[Content_Types].xml", "<Types/>");
                put(zip, "xl/workbook.xml", "<workbook><sheets><sheet name=\"a\"/></sheets></workbook>");
            }
            for (Map.Entry<String, String> part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        }
        return file;
    }

    private Path bomb(long size) throws IOException {
        Path file = folder.resolve("bomb" + size + ".xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_SPEED);
            put(zip, "[Content_Types].xml", "<Types/>");
            put(zip, "xl/workbook.xml", "<workbook/>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (long written = 0; written < size; written += zeros.length) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
