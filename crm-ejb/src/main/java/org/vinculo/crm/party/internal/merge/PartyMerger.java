package org.vinculo.crm.party.internal.merge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;

/**
 * The customer's own rows. A contact point or need that the survivor has as well stays behind, unseen; an address that
 * either of them proved is proved. The company's own fields are chosen like the
 * record's ({@link MergeCustom}). Words and keys of searches are made anew, pairs and merges speak of the records as
 * they were.
 */
@ApplicationScoped
public class PartyMerger implements CustomerMerger {

    private static final String POINT = "contact_point";
    private static final String FIELD = "custom_value";
    private static final String GROUP = "customer_group_member";

    @Override
    public Set<String> tables() {
        return Set.of(
                "customer",
                POINT,
                "customer_need",
                "search_customer",
                "customer_match",
                "customer_match_key",
                "duplicate_pair",
                "customer_merge",
                "bulk_change",
                FIELD,
                GROUP);
    }

    @Override
    public void merge(MergeRun run) {
        Map<String, MergeRun.Row> ours = new HashMap<>();
        run.rows(POINT, run.survivor()).forEach(row -> ours.put(key(row), row));
        for (MergeRun.Row row : run.rows(POINT, run.merged())) {
            MergeRun.Row twin = ours.get(key(row));
            if (twin != null && twin.get("verified_at") == null && row.get("verified_at") != null) {
                run.change(POINT, twin, Map.of("verified_at", row.get("verified_at")));
            }
        }
        run.moveUnlike(POINT, "point_type", "normal_value");
        run.moveUnlike("customer_need", "kind", "need_text");
        run.join(GROUP, "group_id");
    }

    private static String key(MergeRun.Row row) {
        return row.get("point_type") + ' ' + Objects.toString(row.get("normal_value"), "");
    }
}
