package org.vinculo.crm.exchange;

import java.io.Serializable;

/** What became of the rows of a file; the rows read are the sum of the others. */
public record RowCounts(long read, long created, long changed, long unchanged, long duplicate, long faulty)
        implements Serializable {

    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, 0);

    public RowCounts plus(RowCounts more) {
        return new RowCounts(
                read + more.read,
                created + more.created,
                changed + more.changed,
                unchanged + more.unchanged,
                duplicate + more.duplicate,
                faulty + more.faulty);
    }

    public boolean isBalanced() {
        return read == created + changed + unchanged + duplicate + faulty;
    }
}
