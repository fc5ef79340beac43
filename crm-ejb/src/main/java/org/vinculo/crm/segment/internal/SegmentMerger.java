package org.vinculo.crm.segment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;

/** A survivor belongs to the frozen segments that either record belonged to. */
@ApplicationScoped
public class SegmentMerger implements CustomerMerger {

    private static final String MEMBER = "segment_member";

    @Override
    public Set<String> tables() {
        return Set.of(MEMBER);
    }

    @Override
    public void merge(MergeRun run) {
        run.join(MEMBER, "snapshot_id");
    }
}
