package org.vinculo.crm.exchange.internal.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An uploaded file together with how it is to be read.
 *
 * @param path where it is kept
 * @param type workbook or text
 * @param format how the text is written; null for a workbook
 */
public record SourceFile(Path path, FileType type, TextFormat format) {

    public RowSource open(ReadLimits limits) throws IOException {
        if (type == FileType.XLSX) {
            return new XlsxRows(path, limits);
        }
        return format.isBlankSeparated()
                ? new BlankSeparatedRows(path, format, limits)
                : CsvRows.of(path, format, limits);
    }
}
