package org.vinculo.crm.privacy;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * That a customer was forgotten, or is being.
 *
 * @param progress 0 to 1
 * @param lines what became of each kind of data
 */
public record ErasureView(
        String publicId,
        ErasureState state,
        Instant startedAt,
        String startedBy,
        Instant finishedAt,
        double progress,
        List<ErasureLine> lines)
        implements Serializable {

    public ErasureView {
        lines = List.copyOf(lines);
    }
}
