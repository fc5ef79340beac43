package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;

/**
 * Work on many customers, as it is watched.
 *
 * @param argumentText what they get, in words
 * @param expected how many there were when it was asked for
 * @param done how many were changed
 * @param left how many were left as they are
 * @param undone how many are again as they were
 * @param undoLeft how many were not put back, because somebody changed them since
 * @param undoable until when it can be taken back, or null when it cannot
 */
public record BulkRunView(
        String publicId,
        BulkAction action,
        String argumentText,
        BulkState state,
        long expected,
        long done,
        long left,
        long undone,
        long undoLeft,
        String by,
        Instant at,
        Instant undoable)
        implements Serializable {

    public boolean isOpen() {
        return state == BulkState.RUNNING || state == BulkState.UNDOING;
    }
}
