package org.vinculo.crm.exchange.internal.run;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.exchange.RowCounts;
import org.vinculo.crm.exchange.entity.ImportChanged;
import org.vinculo.crm.exchange.entity.ImportCreated;
import org.vinculo.crm.exchange.entity.ImportNote;
import org.vinculo.crm.exchange.entity.Traced;
import org.vinculo.crm.shared.FieldError;

/** What a chunk did: the counts, what is to be told, and what an undo needs. Stored with the chunk. */
public final class Trace {

    private static final int FAULTS_TOLD = 10;

    private final long importId;
    private final List<ImportNote> notes = new ArrayList<>();
    private final List<ImportChanged> changed = new ArrayList<>();
    private final Map<Traced, List<ImportCreated.Made>> created = new EnumMap<>(Traced.class);
    private final Map<Traced, List<String>> named = new EnumMap<>(Traced.class);
    private final Map<String, BigDecimal> money = new HashMap<>();
    private RowCounts counts = RowCounts.NONE;

    Trace(long importId) {
        this.importId = importId;
    }

    public void rowCreated() {
        counts = counts.plus(new RowCounts(1, 1, 0, 0, 0, 0));
    }

    public void rowChanged() {
        counts = counts.plus(new RowCounts(1, 0, 1, 0, 0, 0));
    }

    public void rowUnchanged() {
        counts = counts.plus(new RowCounts(1, 0, 0, 1, 0, 0));
    }

    public void rowDuplicate(long line, FieldError why) {
        counts = counts.plus(new RowCounts(1, 0, 0, 0, 1, 0));
        notes.add(new ImportNote(importId, line, ImportNote.Kind.DUPLICATE, why));
    }

    public void rowFaulty(long line, List<FieldError> faults) {
        counts = counts.plus(new RowCounts(1, 0, 0, 0, 0, 1));
        faults.stream()
                .limit(FAULTS_TOLD)
                .forEach(fault -> notes.add(new ImportNote(importId, line, ImportNote.Kind.FAULT, fault)));
    }

    /** Tells something about a row that was written all the same. */
    public void tell(long line, FieldError what) {
        notes.add(new ImportNote(importId, line, ImportNote.Kind.DUPLICATE, what));
    }

    public void created(Traced what, long id, long version) {
        created.computeIfAbsent(what, unknown -> new ArrayList<>()).add(new ImportCreated.Made(id, version));
    }

    public void created(Traced what, String publicId) {
        named.computeIfAbsent(what, unknown -> new ArrayList<>()).add(publicId);
    }

    public void changed(Traced what, long id, long versionAfter, boolean wasDeleted, String before) {
        changed.add(new ImportChanged(importId, what, id, versionAfter, wasDeleted, before));
    }

    /** What a purchase that was created or changed comes to. */
    public void money(String currency, BigDecimal amount) {
        if (amount != null && currency != null) {
            money.merge(currency, amount, BigDecimal::add);
        }
    }

    public Map<String, BigDecimal> money() {
        return money;
    }

    public RowCounts counts() {
        return counts;
    }

    public void store(EntityManager em) {
        notes.forEach(em::persist);
        changed.forEach(em::persist);
        created.forEach((what, made) -> em.persist(new ImportCreated(importId, what, made)));
        named.forEach((what, names) -> em.persist(ImportCreated.named(importId, what, names)));
    }
}
