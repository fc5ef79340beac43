package org.vinculo.crm.party.internal.merge;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.vinculo.crm.party.MergeRun.Row;
import org.vinculo.crm.party.entity.MergedRecord;

/** What a merge did, row by row, and its opposite. */
final class MergeNotes {

    /** What was done to rows. */
    private enum Action {
        MOVED,
        PARKED,
        CHANGED,
        REMOVED,
        ADDED
    }

    /** Kept out of what is put back: it only ever grows. */
    private static final String VERSION = "version";

    private static final String CUSTOMER = "customer";
    private static final String NUMBER = "external_id";

    private final EntityManager em;
    private final RowStore store;
    private final long mergeId;
    private int place;

    MergeNotes(EntityManager em, RowStore store, MergedRecord merge) {
        this.em = em;
        this.store = store;
        this.mergeId = merge.getId();
        place = ((Number) em.createNativeQuery(
                                "select coalesce(max(place), 0) from customer_merge_row where merge_id = ?1")
                        .setParameter(1, mergeId)
                        .getSingleResult())
                .intValue();
    }

    void moved(String table, Collection<Long> ids) {
        wandered(Action.MOVED, table, ids);
    }

    /** Rows of the survivor that the merged record keeps. */
    void parked(String table, Collection<Long> ids) {
        wandered(Action.PARKED, table, ids);
    }

    private void wandered(Action action, String table, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            String text = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
            write(table, action, null, Map.of("row_ids", text));
        }
    }

    /** Only the columns that differ are kept. */
    void changed(String table, long id, Map<String, String> before, Map<String, String> after) {
        Map<String, String> was = new LinkedHashMap<>();
        Map<String, String> is = new LinkedHashMap<>();
        after.forEach((column, value) -> {
            if (!column.equals(VERSION) && !Objects.equals(value, before.get(column))) {
                was.put(column, before.get(column));
                is.put(column, value);
            }
        });
        if (!is.isEmpty()) {
            write(table, Action.CHANGED, id, Map.of("before_row", RowStore.json(was), "after_row", RowStore.json(is)));
        }
    }

    void removed(String table, Row row) {
        write(table, Action.REMOVED, null, Map.of("before_row", RowStore.json(row.values())));
    }

    /** @param key the columns that tell the row from all others */
    void added(String table, Map<String, String> key) {
        write(table, Action.ADDED, null, Map.of("after_row", RowStore.json(key)));
    }

    private void write(String table, Action action, Long rowId, Map<String, String> more) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", String.valueOf(nextId()));
        values.put("merge_id", String.valueOf(mergeId));
        values.put("place", String.valueOf(++place));
        values.put("table_name", table);
        values.put("action", action.name());
        values.put("row_id", rowId == null ? null : String.valueOf(rowId));
        values.putAll(more);
        store.insert("customer_merge_row", new Row(values));
    }

    private long nextId() {
        return ((Number) em.unwrap(AbstractSession.class).getSequencing().getNextValue(MergedRecord.class)).longValue();
    }

    /**
     * Does the opposite of everything, backwards. A value that somebody changed since stays as it is; a row that somebody
     * deleted or moved on stays away.
     */
    void undo(long survivor, long merged) {
        List<Row> notes = store.rows("customer_merge_row", "merge_id", mergeId);
        notes.sort((one, other) ->
                Integer.compare(Integer.parseInt(other.get("place")), Integer.parseInt(one.get("place"))));
        Map<Long, String> numbers = letGoOfNumbers(notes);
        for (Row note : notes) {
            String table = note.get("table_name");
            switch (Action.valueOf(note.get("action"))) {
                case MOVED -> store.move(table, ids(note), survivor, merged);
                case PARKED -> store.move(table, ids(note), merged, survivor);
                case CHANGED -> putBack(table, note);
                case ADDED -> store.delete(table, RowStore.read(note.get("after_row")));
                case REMOVED -> insertAgain(table, new Row(RowStore.read(note.get("before_row"))), merged);
            }
        }
        numbers.forEach((id, number) -> store.update(CUSTOMER, id, Collections.singletonMap(NUMBER, number)));
    }

    /** The numbers that changed hands are unique: both let go of theirs before either gets its own back. */
    private Map<Long, String> letGoOfNumbers(List<Row> notes) {
        Map<Long, String> numbers = new HashMap<>();
        for (Row note : notes) {
            if (!note.get("table_name").equals(CUSTOMER) || note.get("after_row") == null) {
                continue;
            }
            Map<String, String> after = RowStore.read(note.get("after_row"));
            long id = Long.parseLong(note.get("row_id"));
            Row now = store.rows(CUSTOMER, "id", id).get(0);
            if (after.containsKey(NUMBER) && Objects.equals(now.get(NUMBER), after.get(NUMBER))) {
                numbers.put(id, RowStore.read(note.get("before_row")).get(NUMBER));
            }
        }
        numbers.keySet().forEach(id -> store.update(CUSTOMER, id, Collections.singletonMap(NUMBER, null)));
        return numbers;
    }

    private static List<Long> ids(Row note) {
        return Stream.of(note.get("row_ids").split(",")).map(Long::valueOf).toList();
    }

    private void putBack(String table, Row note) {
        long id = Long.parseLong(note.get("row_id"));
        store.rows(table, "id", id).stream().findFirst().ifPresent(now -> {
            Map<String, String> before = RowStore.read(note.get("before_row"));
            Map<String, String> values = new HashMap<>();
            RowStore.read(note.get("after_row")).forEach((column, after) -> {
                if (Objects.equals(now.get(column), after) && !column.equals(NUMBER)) {
                    values.put(column, before.get(column));
                }
            });
            store.update(table, id, values);
        });
    }

    /** Computed rows come back unless they were computed anew already. */
    private void insertAgain(String table, Row row, long merged) {
        boolean there = row.values().containsKey("id")
                ? !store.rows(table, "id", row.id()).isEmpty()
                : !store.rows(table, "customer_id", merged).isEmpty();
        if (!there) {
            store.insert(table, row);
        }
    }
}
