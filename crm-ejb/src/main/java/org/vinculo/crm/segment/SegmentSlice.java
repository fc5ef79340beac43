package org.vinculo.crm.segment;

import java.io.Serializable;
import java.util.List;

/**
 * A part of the members of a segment, by name.
 *
 * @param next public id of the member after whom the next part begins, null when there is none
 */
public record SegmentSlice(List<SegmentMember> members, String next) implements Serializable {

    public SegmentSlice {
        members = List.copyOf(members);
    }
}
