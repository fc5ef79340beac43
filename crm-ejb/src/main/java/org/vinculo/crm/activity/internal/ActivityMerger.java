package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;

/** What was promised, planned and agreed is with the survivor. */
@ApplicationScoped
public class ActivityMerger implements CustomerMerger {

    @Override
    public Set<String> tables() {
        return Set.of("promise", "task", "appointment", "appointment_guest");
    }

    @Override
    public void merge(MergeRun run) {
        run.move("promise");
        run.move("task");
        run.move("appointment");
        run.move("appointment_guest");
    }
}
