package org.vinculo.crm.segment.internal;

import java.time.Instant;
import org.vinculo.crm.segment.SegmentRule;
import org.vinculo.crm.segment.entity.Segment;

/** Gives a segment its sentence. */
public final class RuleKeeper {

    private RuleKeeper() {}

    public static void keep(Segment segment, SegmentRule rule, Instant at) {
        segment.mean(RuleJson.write(rule), at);
    }
}
