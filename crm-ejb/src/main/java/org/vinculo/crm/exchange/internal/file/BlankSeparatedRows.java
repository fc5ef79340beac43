package org.vinculo.crm.exchange.internal.file;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The records of a text file whose columns are separated by any run of blanks and tabs. */
final class BlankSeparatedRows implements RowSource {

    private final long size;
    private final ReadLimits limits;
    private final CountingStream bytes;
    private final Reader text;
    private final char[] block = new char[8192];
    private int blockAt;
    private int blockEnd;
    private long line;

    BlankSeparatedRows(Path file, TextFormat format, ReadLimits limits) throws IOException {
        this.size = Math.max(1, Files.size(file));
        this.limits = limits;
        this.bytes = new CountingStream(Files.newInputStream(file), Long.MAX_VALUE, "");
        this.text = CsvRows.open(bytes, format);
        this.line = format.skippedLines();
    }

    @Override
    public SourceRow next() throws IOException {
        StringBuilder content = new StringBuilder(80);
        while (readLine(content)) {
            if (content.length() >= limits.maxRecordChars()) {
                return SourceRow.broken(line, content.substring(0, 1000), "exchange.row.tooLong");
            }
            List<String> cells = split(content);
            if (cells.size() > limits.maxColumns()) {
                return SourceRow.broken(line, cells.get(0), "exchange.row.tooManyColumns");
            }
            if (!cells.isEmpty()) {
                return SourceRow.of(line, cells);
            }
        }
        return null;
    }

    private boolean readLine(StringBuilder content) throws IOException {
        content.setLength(0);
        int c = nextChar();
        if (c < 0) {
            return false;
        }
        line++;
        while (c >= 0 && c != '\n' && c != '\r') {
            if (content.length() < limits.maxRecordChars()) {
                content.append((char) c);
            }
            c = nextChar();
        }
        if (c == '\r' && nextChar() != '\n' && blockAt > 0) {
            blockAt--;
        }
        return true;
    }

    private static List<String> split(CharSequence content) {
        List<String> cells = new ArrayList<>(8);
        int start = -1;
        for (int i = 0; i <= content.length(); i++) {
            boolean blank = i == content.length() || Character.isWhitespace(content.charAt(i));
            if (!blank && start < 0) {
                start = i;
            } else if (blank && start >= 0) {
                cells.add(content.subSequence(start, i).toString());
                start = -1;
            }
        }
        return cells;
    }

    private int nextChar() throws IOException {
        if (blockAt >= blockEnd) {
            blockAt = 0;
            blockEnd = Math.max(0, text.read(block, 0, block.length));
            if (blockEnd == 0) {
                return -1;
            }
        }
        return block[blockAt++];
    }

    @Override
    public double progress() {
        return Math.min(1.0, (double) bytes.count() / size);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
