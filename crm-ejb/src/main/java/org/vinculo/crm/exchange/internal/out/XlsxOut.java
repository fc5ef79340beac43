package org.vinculo.crm.exchange.internal.out;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.vinculo.crm.shared.FormulaGuard;

/** Makes the raw rows of an export into a workbook, a few hundred rows in memory at a time. */
final class XlsxOut {

    private static final int ROWS_AT_ONCE = 500;
    private static final int LONGEST_CELL = 32_767;
    private static final Set<String> NUMBERS = Set.of("amount", "quantity", "unitPrice", "discount", "cost");

    private final List<String> columns;
    private final List<String> titles;
    private final String name;
    private final Set<String> numbers;
    private int row;
    private Worksheet sheet;

    /** @param numbers further columns that hold numbers */
    XlsxOut(List<String> columns, List<String> titles, String name, Set<String> numbers) {
        this.columns = columns;
        this.titles = titles;
        this.name = name;
        this.numbers = numbers;
    }

    /**
     * Writes the workbook.
     *
     * @param about who exported what and when, on a sheet of its own
     */
    void write(Path raw, Path target, List<List<String>> about) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target));
                Workbook book = new Workbook(out, "Vinculo CRM", null);
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .skipEmptyLines(false)
                        .maxBufferSize(64 * 1024 * 1024)
                        .ofCsvRecord(raw, StandardCharsets.UTF_8)) {
            begin(book);
            for (CsvRecord each : records) {
                record(each.getFields());
            }
            sheet.finish();
            about(book, about);
            book.finish();
        }
    }

    private void begin(Workbook book) {
        sheet = book.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int column = 0; column < titles.size(); column++) {
            sheet.inlineString(0, column, FormulaGuard.safe(titles.get(column)));
            sheet.style(0, column).bold().set();
        }
        row = 1;
    }

    private void record(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            String value = cells.get(column);
            if (value.isEmpty()) {
                continue;
            }
            if (NUMBERS.contains(columns.get(column)) || numbers.contains(columns.get(column))) {
                sheet.value(row, column, new BigDecimal(value));
            } else {
                sheet.inlineString(row, column, cut(FormulaGuard.safe(value)));
            }
        }
        row++;
        if (row % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_CELL ? value : value.substring(0, LONGEST_CELL);
    }

    private static void about(Workbook book, List<List<String>> about) throws IOException {
        Worksheet sheet = book.newWorksheet("©");
        for (int i = 0; i < about.size(); i++) {
            for (int column = 0; column < about.get(i).size(); column++) {
                sheet.inlineString(i, column, FormulaGuard.safe(about.get(i).get(column)));
            }
        }
        sheet.finish();
    }
}
