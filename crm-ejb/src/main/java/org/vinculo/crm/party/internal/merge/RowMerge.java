package org.vinculo.crm.party.internal.merge;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.vinculo.crm.party.MergeRun;
import org.vinculo.crm.party.entity.MergedRecord;

/** Moves rows and writes down what it did. */
final class RowMerge implements MergeRun {

    private final long survivor;
    private final long merged;
    private final Instant at;
    private final String by;
    private final RowStore store;
    private final MergeNotes notes;
    private final boolean late;
    private final String since;
    private long moved;

    /** @param late for rows that arrived at the merged record after the merge: they move, and nothing else changes */
    RowMerge(EntityManager em, MergedRecord merge, String by, Instant at, boolean late) {
        this.survivor = merge.getSurvivorId();
        this.merged = merge.getMergedId();
        this.at = at;
        this.by = by;
        this.late = late;
        since = LocalDateTime.ofInstant(merge.getMergedAt(), ZoneOffset.UTC).toString();
        store = new RowStore(em);
        notes = new MergeNotes(em, store, merge);
    }

    MergeNotes notes() {
        return notes;
    }

    RowStore store() {
        return store;
    }

    long movedRows() {
        return moved;
    }

    @Override
    public long survivor() {
        return survivor;
    }

    @Override
    public long merged() {
        return merged;
    }

    @Override
    public Instant at() {
        return at;
    }

    @Override
    public String by() {
        return by;
    }

    @Override
    public String since() {
        return since;
    }

    @Override
    public void move(String table) {
        moveIds(table, store.ids(table, merged));
    }

    @Override
    public void moveUnlike(String table, String... columns) {
        Set<List<String>> present = new HashSet<>();
        rows(table, survivor).forEach(row -> present.add(values(row, columns)));
        move(
                table,
                rows(table, merged).stream()
                        .filter(row -> present.add(values(row, columns)))
                        .toList());
    }

    private static List<String> values(Row row, String... columns) {
        return Arrays.stream(columns)
                .map(column -> Objects.toString(row.get(column), ""))
                .toList();
    }

    @Override
    public void join(String table, String group) {
        if (late) {
            return;
        }
        Set<String> present = new HashSet<>();
        rows(table, survivor).forEach(row -> present.add(row.get(group)));
        for (Row row : rows(table, merged)) {
            if (present.add(row.get(group))) {
                Map<String, String> values = new HashMap<>(row.values());
                values.put("customer_id", String.valueOf(survivor));
                store.insert(table, new Row(values));
                notes.added(table, Map.of("customer_id", String.valueOf(survivor), group, row.get(group)));
            }
        }
    }

    @Override
    public void move(String table, Collection<Row> rows) {
        moveIds(table, rows.stream().map(Row::id).toList());
    }

    /** These rows of the survivor wait with the merged record until a split. */
    void park(String table, Collection<Row> rows) {
        List<Long> ids = rows.stream().map(Row::id).toList();
        if (!ids.isEmpty()) {
            store.move(table, ids, survivor, merged);
            notes.parked(table, ids);
        }
    }

    private void moveIds(String table, List<Long> ids) {
        if (!ids.isEmpty()) {
            moved += store.move(table, ids, merged, survivor);
            notes.moved(table, ids);
        }
    }

    @Override
    public List<Row> rows(String table, long customer) {
        return store.rows(table, "customer_id", customer);
    }

    @Override
    public List<Row> rows(String table, String column, long value) {
        return store.rows(table, column, value);
    }

    @Override
    public void change(String table, Row row, Map<String, String> values) {
        if (late) {
            return;
        }
        Map<String, String> different = new HashMap<>();
        values.forEach((column, value) -> {
            if (!Objects.equals(value, row.get(column))) {
                different.put(column, value);
            }
        });
        if (!different.isEmpty()) {
            store.update(table, row.id(), different);
            notes.changed(table, row.id(), row.values(), different);
        }
    }

    @Override
    public void remove(String table) {
        if (late) {
            return;
        }
        rows(table, merged).forEach(row -> notes.removed(table, row));
        store.delete(table, merged);
    }
}
