package org.vinculo.crm.exchange.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out how a text file is written: encoding, separator, quotes. */
public final class FormatDetector {

    private static final int SAMPLE_BYTES = 256 * 1024;
    private static final int SAMPLE_ROWS = 200;
    private static final char[] DELIMITERS = {'\t', ';', '|', ','};
    private static final Pattern SEPARATOR_LINE = Pattern.compile("^\"?sep=(.)\"?\\r?\\n", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACED_QUOTE = Pattern.compile("(?:^|[,;|\\t])\"[^\"\\r\\n]*\"[,;|] +\"");

    private FormatDetector() {}

    /**
     * @param encoding encoding to use, or null to find it; a byte order mark overrules it
     * @param delimiter separator to use, or null to find it
     */
    public static TextFormat detect(Path file, Charset encoding, Character delimiter) throws IOException {
        TextEncoding found = TextEncoding.detect(file);
        TextEncoding used = encoding == null || found.bomBytes() > 0 ? found : new TextEncoding(encoding, 0);
        String sample = sample(file, used);
        Matcher separatorLine = SEPARATOR_LINE.matcher(sample);
        int skipped = separatorLine.find() ? 1 : 0;
        String body = skipped == 1 ? sample.substring(separatorLine.end()) : sample;
        char quote = quote(body);
        boolean spaced = SPACED_QUOTE.matcher(body).find();
        Character told = skipped == 1 ? TextFormat.delimiterOf(separatorLine.group(1)) : null;
        char separator = delimiter != null ? delimiter : told != null ? told : delimiter(body, quote, spaced);
        return new TextFormat(used.charset(), used.bomBytes(), separator, quote, spaced, skipped);
    }

    private static String sample(Path file, TextEncoding encoding) throws IOException {
        byte[] head;
        boolean cut;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SAMPLE_BYTES);
            cut = in.read() >= 0;
        }
        int from = Math.min(encoding.bomBytes(), head.length);
        String text = TextEncoding.decode(encoding.charset(), head, from, head.length - from);
        int lastLine = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
        return cut && lastLine > 0 ? text.substring(0, lastLine + 1) : text;
    }

    private static char quote(String sample) {
        return count(sample, '"') == 0
                        && Pattern.compile("(?:^|[,;|\\t\\n])'[^'\\r\\n]*'(?:[,;|\\t\\r\\n]|$)")
                                        .matcher(sample)
                                        .results()
                                        .count()
                                > 3
                ? '\''
                : '"';
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    static char delimiter(String sample, char quote, boolean spaced) throws IOException {
        Split best = null;
        for (char candidate : DELIMITERS) {
            Split split = Split.of(rows(sample, candidate, quote, spaced));
            if (split.isTable() && (best == null || split.score() > best.score() + 1e-9)) {
                best = split.by(candidate);
            }
        }
        if (best != null && best.isConsistent()) {
            return best.delimiter();
        }
        Split blanks = Split.of(rows(sample, TextFormat.BLANKS, quote, spaced));
        if (blanks.isTable() && blanks.isConsistent() && blanks.typedShare() > 0.7) {
            return TextFormat.BLANKS;
        }
        return best == null ? ',' : best.delimiter();
    }

    private static List<List<String>> rows(String sample, char delimiter, char quote, boolean spaced)
            throws IOException {
        TextFormat format = new TextFormat(java.nio.charset.StandardCharsets.UTF_8, 0, delimiter, quote, spaced, 0);
        List<List<String>> rows = new ArrayList<>();
        if (format.isBlankSeparated()) {
            for (String line : sample.split("\\R", SAMPLE_ROWS + 2)) {
                if (!line.isBlank() && rows.size() < SAMPLE_ROWS) {
                    rows.add(List.of(line.strip().split("\\s+")));
                }
            }
            return rows;
        }
        try (RowSource source = CsvRows.of(new StringReader(sample), format, ReadLimits.DEFAULT)) {
            for (SourceRow row = source.next(); row != null && rows.size() < SAMPLE_ROWS; row = source.next()) {
                if (row.fault() == null) {
                    rows.add(row.cells());
                }
            }
        }
        return rows;
    }
}
