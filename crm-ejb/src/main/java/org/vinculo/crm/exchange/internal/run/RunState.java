package org.vinculo.crm.exchange.internal.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.exchange.internal.file.ReadLimits;
import org.vinculo.crm.exchange.internal.file.RowSource;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.match.ImportPlan;

/**
 * A file that is being imported: the open reader and what has to be known of the rows before. All of it can be rebuilt
 * by reading the file from the start, so nothing is lost with it.
 */
public final class RunState implements Closeable {

    private static final int CACHED = 100_000;

    private final ImportPlan plan;
    private final RowSource source;
    private final SeenCounter seen = new SeenCounter();
    private final Map<String, Optional<Long>> customers = new LinkedHashMap<>();
    private long rows;

    RunState(ImportPlan plan, ReadLimits limits) throws IOException {
        this.plan = plan;
        this.source = plan.source().open(limits);
        if (plan.header()) {
            skipHeader();
        }
    }

    private void skipHeader() throws IOException {
        SourceRow first = source.next();
        while (first != null && first.fault() != null) {
            first = source.next();
        }
    }

    public ImportPlan plan() {
        return plan;
    }

    /** Rows that were read after the header. */
    public long rows() {
        return rows;
    }

    public double progress() {
        return source.progress();
    }

    /** The next rows, fewer than wanted only at the end. */
    public List<SourceRow> read(int wanted) throws IOException {
        List<SourceRow> read = new ArrayList<>(wanted);
        while (read.size() < wanted) {
            SourceRow row = source.next();
            if (row == null) {
                break;
            }
            read.add(row);
        }
        rows += read.size();
        return read;
    }

    public SeenCounter seen() {
        return seen;
    }

    /** The customer of a reference; an empty answer means that there is none, null that nobody looked yet. */
    public Optional<Long> customer(String reference) {
        return customers.get(reference);
    }

    public void remember(String reference, Long customerId) {
        if (customers.size() >= CACHED) {
            customers.clear();
        }
        customers.put(reference, Optional.ofNullable(customerId));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
