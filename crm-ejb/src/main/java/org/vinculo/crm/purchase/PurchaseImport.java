package org.vinculo.crm.purchase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.purchase.internal.PurchaseBatch;
import org.vinculo.crm.purchase.internal.PurchaseBatch.LineRow;
import org.vinculo.crm.purchase.internal.PurchaseBatch.PurchaseRow;
import org.vinculo.crm.purchase.internal.PurchaseBatch.Sum;
import org.vinculo.crm.purchase.internal.PurchaseSums;

/**
 * Many purchases at once, for the rooms that bring them in, inside their transaction: at most 1,000 lines a call.
 * Nobody's reach is asked; whoever calls has checked who may import. Single changes are not audited, the import is.
 */
@ApplicationScoped
public class PurchaseImport {

    @Inject
    PurchaseBatch batch;

    @Inject
    PurchaseSums sums;

    @Inject
    Event<PurchasesChanged> changed;

    /**
     * Where what is written comes from.
     *
     * @param by who brought it in
     * @param replaces whether a line that is here already takes over what the new one says
     * @param trial whether nothing is to be written
     */
    public record Source(DataOrigin origin, String by, boolean replaces, boolean trial) {}

    /** Writes the lines, their keys unique among them, and says of each what became of it, in their order. */
    public List<LineOutcome> write(List<ImportedLine> lines, Source source) {
        Map<String, LineRow> here =
                batch.lines(lines.stream().map(ImportedLine::rowKey).toList());
        List<LineOutcome> outcomes = new ArrayList<>(lines.size());
        List<ImportedLine> fresh = new ArrayList<>();
        List<LineRow> corrected = new ArrayList<>();
        Map<Long, Sum> totals = new HashMap<>();
        for (ImportedLine line : lines) {
            LineRow existing = here.get(line.rowKey());
            if (existing == null) {
                fresh.add(line);
                outcomes.add(null);
                continue;
            }
            LineState wanted = LineState.of(line).orElse(existing.state());
            if (!source.replaces() || wanted.sameAs(existing.state())) {
                outcomes.add(new LineOutcome(LineOutcome.Action.UNCHANGED, existing.id(), existing.version(), null));
                continue;
            }
            corrected.add(existing.with(wanted));
            totals.computeIfAbsent(existing.purchaseId(), id -> new Sum()).replace(existing.state(), wanted);
            outcomes.add(new LineOutcome(
                    LineOutcome.Action.CHANGED, existing.id(), existing.version() + 1, existing.state()));
        }
        if (source.trial()) {
            outcomes.replaceAll(
                    outcome -> outcome == null ? new LineOutcome(LineOutcome.Action.CREATED, 0, 0, null) : outcome);
            return outcomes;
        }
        Set<Long> customers = Stream.concat(
                        fresh.stream().map(ImportedLine::customerId),
                        corrected.stream().map(LineRow::customerId))
                .collect(Collectors.toSet());
        sums.hold(customers);
        Map<Long, PurchaseSums.Bought> after = new HashMap<>();
        List<LineRow> created = create(fresh, source, totals, after);
        batch.updateLines(corrected);
        Map<Long, PurchaseSums.Bought> before = batch.bought(totals.keySet());
        batch.addSums(totals);
        after.putAll(batch.bought(totals.keySet()));
        sums.change(before, after);
        tell(customers);
        int next = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) == null) {
                LineRow row = created.get(next++);
                outcomes.set(i, new LineOutcome(LineOutcome.Action.CREATED, row.id(), row.version(), null));
            }
        }
        return outcomes;
    }

    private List<LineRow> create(
            List<ImportedLine> fresh, Source source, Map<Long, Sum> totals, Map<Long, PurchaseSums.Bought> after) {
        Map<PurchaseBatch.Key, Long> purchases = batch.purchases(fresh.stream()
                .filter(line -> line.documentNumber() != null)
                .map(PurchaseImport::key)
                .distinct()
                .toList());
        Map<PurchaseBatch.Key, PurchaseRow> begun = new LinkedHashMap<>();
        List<LineRow> rows = new ArrayList<>(fresh.size());
        for (ImportedLine line : fresh) {
            PurchaseBatch.Key key = key(line);
            LineState state = LineState.of(line);
            Long purchaseId = purchases.get(key);
            if (purchaseId == null) {
                PurchaseRow purchase = begun.computeIfAbsent(key, unknown -> batch.begin(line, key, source));
                purchase.add(line);
                purchaseId = purchase.id();
            } else {
                totals.computeIfAbsent(purchaseId, id -> new Sum()).add(state);
            }
            rows.add(new LineRow(batch.nextId(), 0, purchaseId, line.customerId(), line.rowKey(), state));
        }
        batch.insertPurchases(begun.values());
        begun.values().forEach(purchase -> after.put(purchase.id(), purchase.bought()));
        batch.insertLines(rows);
        return rows;
    }

    private static PurchaseBatch.Key key(ImportedLine line) {
        return new PurchaseBatch.Key(line.purchaseKey(), line.customerId());
    }

    /**
     * Takes lines back, unless somebody changed them since. Purchases without lines go with them.
     *
     * @return ids of the lines that were left as they are; lines that are gone are not among them
     */
    public List<Long> undo(List<LineUndo> undos) {
        Map<Long, LineRow> here =
                batch.linesById(undos.stream().map(LineUndo::lineId).toList());
        List<Long> left = new ArrayList<>();
        List<LineRow> removed = new ArrayList<>();
        List<LineRow> restored = new ArrayList<>();
        Map<Long, Sum> totals = new HashMap<>();
        for (LineUndo undo : undos) {
            LineRow row = here.get(undo.lineId());
            if (row == null) {
                continue;
            }
            if (row.version() != undo.versionAfter()) {
                left.add(row.id());
            } else if (undo.before() == null) {
                removed.add(row);
                totals.computeIfAbsent(row.purchaseId(), id -> new Sum()).remove(row.state());
            } else {
                restored.add(row.with(undo.before()));
                totals.computeIfAbsent(row.purchaseId(), id -> new Sum()).replace(row.state(), undo.before());
            }
        }
        Set<Long> customers = Stream.concat(removed.stream(), restored.stream())
                .map(LineRow::customerId)
                .collect(Collectors.toSet());
        sums.hold(customers);
        Map<Long, PurchaseSums.Bought> before = batch.bought(totals.keySet());
        batch.deleteLines(removed);
        batch.updateLines(restored);
        batch.addSums(totals);
        batch.deleteEmpty(totals.keySet());
        sums.change(before, batch.bought(totals.keySet()));
        tell(customers);
        return left;
    }

    private void tell(Set<Long> customers) {
        if (!customers.isEmpty()) {
            changed.fire(new PurchasesChanged(customers));
        }
    }

    /**
     * What to take back.
     *
     * @param before what the line said before, or null when the import created it
     */
    public record LineUndo(long lineId, long versionAfter, LineState before) {}

    /** Those of the customers that have a purchase. */
    public Set<Long> withPurchases(List<Long> customerIds) {
        return batch.withPurchases(customerIds);
    }
}
