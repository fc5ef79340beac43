package org.vinculo.crm.exchange.internal.contact;

import java.io.IOException;
import org.vinculo.crm.exchange.internal.file.RowSource;
import org.vinculo.crm.exchange.internal.file.SourceRow;

/** The records of a table that a mail program exported, brought into the columns of a file of contacts. */
public final class ContactTableRows implements RowSource {

    private final RowSource table;
    private ContactTable meaning;

    public ContactTableRows(RowSource table) {
        this.table = table;
    }

    @Override
    public SourceRow next() throws IOException {
        SourceRow row = table.next();
        if (row == null || row.fault() != null) {
            return row;
        }
        if (meaning == null) {
            meaning = ContactTable.of(row.cells());
            if (meaning == null) {
                throw new IllegalStateException("no table of a mail program");
            }
            return SourceRow.of(row.line(), Contact.COLUMNS);
        }
        return SourceRow.of(row.line(), meaning.cells(row.cells()));
    }

    @Override
    public double progress() {
        return table.progress();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
