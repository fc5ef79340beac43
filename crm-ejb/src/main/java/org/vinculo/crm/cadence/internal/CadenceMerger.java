package org.vinculo.crm.cadence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;

/** A proposal of the merged record goes; the next search looks at the survivor with both stories. */
@ApplicationScoped
public class CadenceMerger implements CustomerMerger {

    private static final String PROPOSAL = "contact_proposal";

    @Override
    public Set<String> tables() {
        return Set.of(PROPOSAL);
    }

    @Override
    public void merge(MergeRun run) {
        run.remove(PROPOSAL);
    }
}
