package org.vinculo.crm.exchange.internal.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.vinculo.crm.exchange.internal.file.ReadLimits;
import org.vinculo.crm.exchange.internal.file.RowSource;
import org.vinculo.crm.exchange.internal.file.SourceFile;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.value.ColumnContent;
import org.vinculo.crm.exchange.internal.value.DateShape;

/**
 * A first reading of a file: its head, its columns' contents and its first rows.
 *
 * @param firstRow the first record, which may be the header
 * @param contents what each column looks like, the first record left out
 * @param samples the first records after the first one
 * @param rows records after the first one
 * @param rowsAreExact whether all records were counted
 */
public record FileScan(
        List<String> firstRow, List<ColumnContent> contents, List<SourceRow> samples, long rows, boolean rowsAreExact) {

    private static final int SAMPLES = 20;
    private static final int FULL = 5_000;
    private static final int MOST = 300_000;

    /** Reads the file once. Columns whose day and month could be exchanged are looked at for longer. */
    public static FileScan of(SourceFile file, ReadLimits limits) throws IOException {
        try (RowSource source = file.open(limits)) {
            SourceRow first = source.next();
            while (first != null && first.fault() != null) {
                first = source.next();
            }
            if (first == null) {
                return new FileScan(List.of(), List.of(), List.of(), 0, true);
            }
            List<ColumnContent> contents = new ArrayList<>();
            List<SourceRow> samples = new ArrayList<>();
            BitSet undecided = new BitSet();
            long rows = 0;
            SourceRow row = source.next();
            for (; row != null && rows < MOST; row = source.next()) {
                rows++;
                if (rows >= FULL && rows % FULL == 0) {
                    undecided = undecided(contents);
                }
                if (row.fault() == null && rows < FULL) {
                    look(row, contents);
                } else if (row.fault() == null && !undecided.isEmpty()) {
                    lookAgain(row, contents, undecided);
                }
                if (samples.size() < SAMPLES) {
                    samples.add(row);
                }
            }
            while (contents.size() < first.cells().size()) {
                contents.add(new ColumnContent());
            }
            long total = row == null ? rows : Math.round(rows / Math.max(0.001, source.progress()));
            return new FileScan(List.copyOf(first.cells()), contents, samples, total, row == null);
        }
    }

    /** For files without a header: the first record is data like the others. */
    void addFirstRow() {
        for (int i = 0; i < firstRow.size(); i++) {
            contents.get(i).addFirst(firstRow.get(i));
        }
        if (!firstRow.isEmpty()) {
            samples.add(0, SourceRow.of(1, firstRow));
        }
    }

    private static void look(SourceRow row, List<ColumnContent> contents) {
        for (int i = 0; i < row.cells().size(); i++) {
            if (i == contents.size()) {
                contents.add(new ColumnContent());
            }
            contents.get(i).add(row.cells().get(i));
        }
    }

    private static void lookAgain(SourceRow row, List<ColumnContent> contents, BitSet undecided) {
        for (int i = undecided.nextSetBit(0); i >= 0; i = undecided.nextSetBit(i + 1)) {
            contents.get(i).add(row.cell(i));
        }
    }

    private static BitSet undecided(List<ColumnContent> contents) {
        BitSet undecided = new BitSet();
        for (int i = 0; i < contents.size(); i++) {
            undecided.set(
                    i,
                    contents.get(i)
                            .dates()
                            .best(true)
                            .map(DateShape.Found::ambiguous)
                            .orElse(false));
        }
        return undecided;
    }
}
