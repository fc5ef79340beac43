package org.vinculo.crm.consent.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.consent.LedgerLine;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.shared.FormulaGuard;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Texts;

/** The whole history of a customer as a file that spreadsheets open. */
@ApplicationScoped
public class LedgerFile {

    /** Lets spreadsheets see that the file is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final List<String> COLUMNS = List.of("at", "title", "details", "note", "id");

    @Inject
    LedgerReader reader;

    @Inject
    CurrentCaller caller;

    public String write(long customerId) {
        StringWriter file = new StringWriter();
        file.append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            Locale locale = caller.get().locale();
            csv.writeRecord(COLUMNS.stream()
                    .map(column -> Texts.text(locale, "consent.file." + column))
                    .toList());
            int first = 0;
            List<LedgerLine> lines;
            do {
                lines = reader.page(customerId, PageRequest.of(first, PageRequest.MAX_SIZE))
                        .items();
                lines.forEach(line -> writeLine(csv, line));
                first += lines.size();
            } while (lines.size() == PageRequest.MAX_SIZE);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return file.toString();
    }

    private static void writeLine(CsvWriter csv, LedgerLine line) {
        csv.writeRecord(Arrays.asList(
                line.at().toString(),
                FormulaGuard.safe(line.title()),
                FormulaGuard.safe(line.details()),
                FormulaGuard.safe(line.note()),
                FormulaGuard.safe(line.publicId())));
    }
}
