package org.vinculo.crm.value.internal.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.PhaseRule;
import org.vinculo.crm.value.internal.lifecycle.PhaseChange;

/** Keeps the changes of phase; of a customer whose past says the same as before nothing is written. */
@ApplicationScoped
public class PhaseBook {

    @Inject
    Bulk bulk;

    private record Row(long customer, int place, PhaseChange change, PhaseChange next) {}

    void write(Collection<HistoryRow> customers, long after, long upTo) {
        Map<Long, List<PhaseChange>> kept = kept(after, upTo);
        Set<Long> outdated = new HashSet<>(kept.keySet());
        List<Row> rows = new ArrayList<>();
        for (HistoryRow customer : customers) {
            if (customer.phases.equals(kept.get(customer.customer))) {
                outdated.remove(customer.customer);
            } else {
                rows(customer, rows);
            }
        }
        bulk.write(RefreshSql.DELETE_PHASES, outdated, Bulk.Args::set);
        bulk.write(RefreshSql.INSERT_PHASE, rows, (args, row) -> args.set(row.customer())
                .set(row.change().day())
                .set(row.place())
                .set(row.change().from())
                .set(row.change().to())
                .set(row.change().rule())
                .set(row.next() == null ? null : row.next().day())
                .setNumber(row.next() == null ? null : stay(row)));
    }

    private static void rows(HistoryRow customer, List<Row> rows) {
        List<PhaseChange> changes = customer.phases;
        for (int i = 0; i < changes.size(); i++) {
            PhaseChange next = i + 1 < changes.size() ? changes.get(i + 1) : null;
            rows.add(new Row(customer.customer, i, changes.get(i), next));
        }
    }

    private static Integer stay(Row row) {
        return Math.toIntExact(
                ChronoUnit.DAYS.between(row.change().day(), row.next().day()));
    }

    private Map<Long, List<PhaseChange>> kept(long after, long upTo) {
        Map<Long, List<PhaseChange>> kept = new HashMap<>();
        bulk.read(RefreshSql.PHASES, args -> args.set(after).set(upTo), row -> kept.computeIfAbsent(
                        row.getLong(1), id -> new ArrayList<>())
                .add(new PhaseChange(
                        Bulk.day(row, 2),
                        row.getString(3) == null ? null : Phase.valueOf(row.getString(3)),
                        Phase.valueOf(row.getString(4)),
                        PhaseRule.valueOf(row.getString(5)))));
        return kept;
    }
}
