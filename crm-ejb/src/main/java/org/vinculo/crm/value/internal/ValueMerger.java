package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;
import org.vinculo.crm.party.MergeRun.Row;
import org.vinculo.crm.value.internal.refresh.StaleCustomers;

/**
 * Figures are computed anew out of what moved; until then those of the survivor stand. What people decided moves: of two
 * tiers decided by hand the survivor's holds, of two silences about a product the longer one. The tiers that the merged
 * record had are its own history and stay with it.
 */
@ApplicationScoped
public class ValueMerger implements CustomerMerger {

    private static final String DISMISSAL = "affinity_dismissal";
    private static final String OVERRIDE = "tier_override";
    private static final List<String> COMPUTED =
            List.of("customer_history", "customer_value", "customer_churn", "churn_lesson", "phase_change");

    @Inject
    StaleCustomers stale;

    @Override
    public Set<String> tables() {
        return Set.of(
                "customer_history",
                "customer_value",
                "customer_churn",
                "churn_lesson",
                "phase_change",
                "value_stale",
                "tier_change",
                OVERRIDE,
                "tier_review",
                "phase_event",
                "path_choice",
                DISMISSAL);
    }

    @Override
    public void merge(MergeRun run) {
        COMPUTED.forEach(run::remove);
        run.remove("value_stale");
        boolean decided = run.rows(OVERRIDE, run.survivor()).stream().anyMatch(ValueMerger::holds);
        if (decided) {
            run.rows(OVERRIDE, run.merged()).stream()
                    .filter(ValueMerger::holds)
                    .forEach(row -> run.change(
                            OVERRIDE, row, Map.of("ended_at", run.since(), "ended_by", String.valueOf(run.by()))));
        }
        run.move(OVERRIDE);
        run.move("tier_review");
        run.move("phase_event");
        run.move("path_choice");
        dismissals(run);
        stale.mark(List.of(run.survivor()));
    }

    private static boolean holds(Row row) {
        return row.get("ended_at") == null;
    }

    private static void dismissals(MergeRun run) {
        Map<String, Row> ours = new HashMap<>(run.rows(DISMISSAL, run.survivor()).stream()
                .collect(Collectors.toMap(row -> row.get("product"), row -> row)));
        for (Row theirs : run.rows(DISMISSAL, run.merged())) {
            Row own = ours.get(theirs.get("product"));
            if (own != null && own.get("silent_until").compareTo(theirs.get("silent_until")) < 0) {
                run.change(DISMISSAL, own, Map.of("silent_until", theirs.get("silent_until")));
            }
        }
        run.moveUnlike(DISMISSAL, "product");
    }

    @Override
    public void split(MergeRun run) {
        stale.mark(List.of(run.survivor(), run.merged()));
    }
}
