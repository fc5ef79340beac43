package org.vinculo.crm.exchange.internal.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The records of a text file with separators and quotes. */
final class CsvRows implements RowSource {

    private final long size;
    private final ReadLimits limits;
    private final CountingStream bytes;
    private final QuoteGuard guard;
    private final CloseableIterator<CsvRecord> records;
    private final int offset;
    private SourceRow ahead;
    private boolean end;

    private CsvRows(Reader text, CountingStream bytes, long size, TextFormat format, ReadLimits limits) {
        this.size = Math.max(1, size);
        this.limits = limits;
        this.bytes = bytes;
        this.offset = format.skippedLines();
        this.guard = new QuoteGuard(text, format, limits, offset + 1L);
        this.records = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(!format.spacedQuotes())
                .trimWhitespacesAroundQuotes(format.spacedQuotes())
                .maxBufferSize(4 * limits.maxRecordChars())
                .ofCsvRecord(guard)
                .iterator();
    }

    static CsvRows of(Path file, TextFormat format, ReadLimits limits) throws IOException {
        CountingStream bytes = new CountingStream(Files.newInputStream(file), Long.MAX_VALUE, "");
        return new CsvRows(open(bytes, format), bytes, Files.size(file), format, limits);
    }

    /** The records of a text that is in memory. */
    static CsvRows of(Reader text, TextFormat format, ReadLimits limits) {
        CountingStream nothing = new CountingStream(InputStream.nullInputStream(), Long.MAX_VALUE, "");
        return new CsvRows(text, nothing, 1, format, limits);
    }

    /** The decoded text after the byte order mark and the lines to skip. */
    static Reader open(InputStream bytes, TextFormat format) throws IOException {
        bytes.skipNBytes(format.bomBytes());
        Reader text = new InputStreamReader(bytes, format.charset());
        for (int i = 0; i < format.skippedLines(); i++) {
            skipLine(text);
        }
        return text;
    }

    private static void skipLine(Reader text) throws IOException {
        int c = text.read();
        while (c >= 0 && c != '\n') {
            c = text.read();
        }
    }

    @Override
    public SourceRow next() throws IOException {
        SourceRow row = take();
        while (row != null && row.isBlank()) {
            row = take();
        }
        return row;
    }

    private SourceRow take() throws IOException {
        if (ahead == null && !end) {
            ahead = read();
            end = ahead == null;
        }
        SourceRow broken = guard.brokenBefore(ahead == null ? Long.MAX_VALUE : ahead.line());
        if (broken != null) {
            return broken;
        }
        SourceRow row = ahead;
        ahead = null;
        return row;
    }

    private SourceRow read() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord next = records.next();
            long line = next.getStartingLineNumber() + offset;
            return next.getFieldCount() > limits.maxColumns()
                    ? SourceRow.broken(line, next.getField(0), "exchange.row.tooManyColumns")
                    : SourceRow.of(line, next.getFields());
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public double progress() {
        return Math.min(1.0, (double) bytes.count() / size);
    }

    @Override
    public void close() throws IOException {
        records.close();
        guard.close();
    }
}
