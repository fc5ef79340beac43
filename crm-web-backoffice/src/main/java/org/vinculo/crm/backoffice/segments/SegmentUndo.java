package org.vinculo.crm.backoffice.segments;

import jakarta.enterprise.inject.spi.CDI;
import org.vinculo.crm.segment.SegmentService;

/** Takes back what was done with a segment; apart, so that what waits in the session holds no service. */
final class SegmentUndo {

    private SegmentUndo() {}

    static void delete(String segment) {
        segments().delete(segment);
    }

    static void restore(String segment) {
        segments().restore(segment);
    }

    static void thaw(String segment) {
        segments().thaw(segment);
    }

    static void freezeAgain(String segment, String snapshot) {
        segments().freezeAgain(segment, snapshot);
    }

    private static SegmentService segments() {
        return CDI.current().select(SegmentService.class).get();
    }
}
