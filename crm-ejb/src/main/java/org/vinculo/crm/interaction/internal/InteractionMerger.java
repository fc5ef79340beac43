package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;

/** Conversations are the survivor's. */
@ApplicationScoped
public class InteractionMerger implements CustomerMerger {

    private static final String INTERACTION = "interaction";

    @Override
    public Set<String> tables() {
        return Set.of(INTERACTION);
    }

    @Override
    public void merge(MergeRun run) {
        run.move(INTERACTION);
    }
}
