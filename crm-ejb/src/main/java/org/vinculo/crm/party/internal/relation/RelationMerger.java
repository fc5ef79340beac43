package org.vinculo.crm.party.internal.relation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;
import org.vinculo.crm.party.MergeRun.Row;

/** Both ends of relations move, except for one between the two records and for one that the survivor has as well. */
@ApplicationScoped
public class RelationMerger implements CustomerMerger {

    private static final String RELATION = "customer_relation";
    private static final String PARTNER = "partner_account";

    @Override
    public Set<String> tables() {
        return Set.of(RELATION, PARTNER);
    }

    @Override
    public void merge(MergeRun run) {
        Set<String> known = new HashSet<>();
        Stream.of("from_id", "to_id").forEach(end -> run.rows(RELATION, end, run.survivor())
                .forEach(row -> known.add(key(row, end, run.survivor()))));
        for (String end : new String[] {"from_id", "to_id"}) {
            String opposite = end.equals("from_id") ? "to_id" : "from_id";
            for (Row row : run.rows(RELATION, end, run.merged())) {
                boolean between = row.get(opposite).equals(String.valueOf(run.survivor()));
                if (!between && known.add(key(row, end, run.survivor()))) {
                    run.change(RELATION, row, Map.of(end, String.valueOf(run.survivor())));
                }
            }
        }
        if (run.rows(PARTNER, run.survivor()).isEmpty()) {
            run.move(PARTNER);
        }
    }

    /** The relation as it reads with the survivor at one end. */
    private static String key(Row row, String end, long survivor) {
        String from = end.equals("from_id") ? String.valueOf(survivor) : row.get("from_id");
        String to = end.equals("to_id") ? String.valueOf(survivor) : row.get("to_id");
        return row.get("relation_type")
                + ' '
                + from
                + ' '
                + to
                + ' '
                + row.get("valid_from")
                + ' '
                + row.get("valid_to");
    }
}
