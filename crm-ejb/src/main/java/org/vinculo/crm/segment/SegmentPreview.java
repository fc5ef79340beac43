package org.vinculo.crm.segment;

import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.party.Phrase;

/**
 * Whom a sentence means just now.
 *
 * @param members all of them that the caller may see
 * @param customers everybody whom the caller may see
 * @param first the first by name
 */
public record SegmentPreview(Phrase sentence, long members, long customers, List<SegmentMember> first)
        implements Serializable {

    public SegmentPreview {
        first = List.copyOf(first);
    }

    /** Part of the customers. */
    public double share() {
        return customers == 0 ? 0 : (double) members / customers;
    }
}
