package org.vinculo.crm.exchange.internal.run;

import java.util.List;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.internal.file.SourceRow;

/** What is done with the rows of one kind of file. */
public interface ChunkWorker {

    ImportKind kind();

    /** Rows of a chunk: few enough that the locks of one transaction stay few. */
    int size();

    /** Lets a row pass that an earlier run has written, for what the rows after it need to know. */
    void pass(SourceRow row, RunState state, Assignment assignment);

    /** Writes a chunk, or only counts it in a trial. */
    void work(List<SourceRow> rows, RunState state, Assignment assignment, Trace trace);
}
