package org.vinculo.crm.exchange.internal.file;

import java.io.Closeable;
import java.io.IOException;

/** The records of a file, one after the other; blank ones are left out. Heap use does not grow with the file. */
public interface RowSource extends Closeable {

    /** The next record, or null at the end. */
    SourceRow next() throws IOException;

    /** How much of the file was read, 0 to 1. */
    double progress();
}
