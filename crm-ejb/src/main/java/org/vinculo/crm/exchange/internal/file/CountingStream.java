package org.vinculo.crm.exchange.internal.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what was read and stops at a budget. */
public final class CountingStream extends FilterInputStream {

    private final long budget;
    private final String code;
    private long count;

    public CountingStream(InputStream in, long budget, String code) {
        super(in);
        this.budget = budget;
        this.code = code;
    }

    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            add(1);
        }
        return b;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        if (read > 0) {
            add(read);
        }
        return read;
    }

    private void add(int bytes) throws IOException {
        count += bytes;
        if (count > budget) {
            throw new UnreadableFile(code);
        }
    }
}
