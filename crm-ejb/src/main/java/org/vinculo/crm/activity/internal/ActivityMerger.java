package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;

/** What was promised, planned and agreed with the merged record holds for the survivor. */
@ApplicationScoped
public class ActivityMerger implements CustomerMerger {

    private static final Set<String> TABLES = Set.of("promise", "task", "appointment", "appointment_guest");

    @Override
    public Set<String> tables() {
        return TABLES;
    }

    @Override
    public void merge(MergeRun run) {
        run.move("promise");
        run.move("task");
        run.move("appointment");
        run.move("appointment_guest");
    }
}
