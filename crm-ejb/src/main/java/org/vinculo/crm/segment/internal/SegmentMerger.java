package org.vinculo.crm.segment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;

/** The survivor is in every frozen segment that the merged record was in. */
@ApplicationScoped
public class SegmentMerger implements CustomerMerger {

    @Override
    public Set<String> tables() {
        return Set.of("segment_member");
    }

    @Override
    public void merge(MergeRun run) {
        run.moveLinks("segment_member", "snapshot_id");
    }
}
