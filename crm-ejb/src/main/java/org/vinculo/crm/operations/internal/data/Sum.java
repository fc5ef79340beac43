package org.vinculo.crm.operations.internal.data;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * What a table holds, as a number of rows and a hash. The hash is the sum of the hashes of the rows (the first 128 bits of
 * SHA-256 over their bytes), so it does not depend on their order, which databases sort differently.
 */
final class Sum {

    /** What two copies of a table must have in common. */
    record Total(long rows, String hash) {}

    private final MessageDigest digest = sha256();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private long rows;
    private long high;
    private long low;

    void add(List<Table.Column> columns, Object[] row) {
        add(encoded(columns, row));
    }

    private void add(byte[] row) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(row));
        long addedHigh = hash.getLong();
        long addedLow = hash.getLong();
        long before = low;
        low += addedLow;
        high += addedHigh + (Long.compareUnsigned(low, before) < 0 ? 1 : 0);
        rows++;
    }

    /** The row as bytes: for each column whether there is a value, then the value. */
    byte[] encoded(List<Table.Column> columns, Object[] row) {
        bytes.reset();
        try {
            for (int i = 0; i < row.length; i++) {
                out.writeBoolean(row[i] != null);
                if (row[i] != null) {
                    columns.get(i).kind().write(row[i], out);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    Total total() {
        return new Total(rows, String.format("%016x%016x", high, low));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
