package org.vinculo.crm.exchange.internal.file;

import java.io.IOException;
import java.nio.file.Path;
import org.vinculo.crm.exchange.internal.contact.ContactTableRows;
import org.vinculo.crm.exchange.internal.contact.VcardRows;

/**
 * An uploaded file together with how it is to be read.
 *
 * @param path where it is kept
 * @param type workbook, vCards or text
 * @param format how the text is written; null for a workbook
 * @param contacts whether it is an address book, whose records all have the same columns
 */
public record SourceFile(Path path, FileType type, TextFormat format, boolean contacts) {

    public SourceFile(Path path, FileType type, TextFormat format) {
        this(path, type, format, type == FileType.VCARD);
    }

    /** The same file, taken for what a mail program exported. */
    public SourceFile asContacts() {
        return new SourceFile(path, type, format, true);
    }

    public RowSource open(ReadLimits limits) throws IOException {
        if (type == FileType.XLSX) {
            return new XlsxRows(path, limits);
        }
        if (type == FileType.VCARD) {
            return new VcardRows(path, format);
        }
        if (format.isBlankSeparated()) {
            return new BlankSeparatedRows(path, format, limits);
        }
        RowSource rows = CsvRows.of(path, format, limits);
        return contacts ? new ContactTableRows(rows) : rows;
    }
}
