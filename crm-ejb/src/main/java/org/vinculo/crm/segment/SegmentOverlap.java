package org.vinculo.crm.segment;

import java.io.Serializable;
import java.util.List;

/**
 * What segments have in common.
 *
 * @param segments in the order of the rows
 * @param common row, then column: customers who are in both; a segment with itself gives its size
 * @param inAll customers who are in every one of them
 * @param inAny customers who are in at least one
 * @param onlyIn customers who are in this one and in none of the others
 */
public record SegmentOverlap(
        List<SegmentView> segments, List<List<Long>> common, long inAll, long inAny, List<Long> onlyIn)
        implements Serializable {

    public SegmentOverlap {
        segments = List.copyOf(segments);
        common = List.copyOf(common);
        onlyIn = List.copyOf(onlyIn);
    }
}
