package org.vinculo.crm.exchange.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.OverwritePolicy;
import org.vinculo.crm.exchange.entity.Traced;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.row.Parsed;
import org.vinculo.crm.exchange.internal.row.PurchaseRow;
import org.vinculo.crm.exchange.internal.row.PurchaseRowReader;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.purchase.ImportedLine;
import org.vinculo.crm.purchase.LineIdentity;
import org.vinculo.crm.purchase.LineOutcome;
import org.vinculo.crm.purchase.PurchaseImport;
import org.vinculo.crm.shared.FieldError;

/** Writes the rows of a file of purchases. */
@ApplicationScoped
public class PurchaseWorker implements ChunkWorker {

    private static final int ROWS = 900;
    private static final int CUSTOMERS_AT_ONCE = 500;

    @Inject
    CustomerFinder finder;

    @Inject
    PurchaseImport purchases;

    @Inject
    Customers customers;

    @Override
    public ImportKind kind() {
        return ImportKind.PURCHASES;
    }

    @Override
    public int size() {
        return ROWS;
    }

    @Override
    public void pass(SourceRow row, RunState state, Assignment assignment) {
        Parsed<PurchaseRow> parsed = new PurchaseRowReader(state.plan(), assignment.today()).read(row);
        if (!parsed.isFaulty()) {
            state.seen().add(identity(parsed.row()).fingerprint());
            if (parsed.row().lineKey() != null) {
                state.seen().add(new LineIdentity("K\n" + parsed.row().lineKey()).fingerprint());
            }
        }
    }

    private record Keyed(Parsed<PurchaseRow> parsed, String rowKey) {}

    @Override
    public void work(List<SourceRow> rows, RunState state, Assignment assignment, Trace trace) {
        PurchaseRowReader reader = new PurchaseRowReader(state.plan(), assignment.today());
        List<Keyed> understood = new ArrayList<>();
        for (SourceRow row : rows) {
            Parsed<PurchaseRow> parsed = reader.read(row);
            if (parsed.isFaulty()) {
                trace.rowFaulty(parsed.line(), parsed.faults());
            } else {
                // Counted whether or not the customer is known, so that the keys do not depend on it.
                LineIdentity identity = identity(parsed.row());
                String counted = identity.key(state.seen().add(identity.fingerprint()));
                String own = parsed.row().lineKey();
                boolean first = own == null || state.seen().add(new LineIdentity("K\n" + own).fingerprint()) == 1;
                if (first) {
                    understood.add(new Keyed(parsed, own == null ? counted : own));
                } else {
                    trace.rowDuplicate(parsed.line(), FieldError.of("", "exchange.row.repeated"));
                }
            }
        }
        CustomerFinder.Found found = finder.find(
                understood.stream()
                        .map(each -> new CustomerFinder.Reference(
                                each.parsed().row().customerRef(),
                                each.parsed().row().customerName()))
                        .toList(),
                state,
                assignment,
                trace);
        List<ImportedLine> lines = new ArrayList<>();
        for (Keyed each : understood) {
            PurchaseRow row = each.parsed().row();
            FieldError fault = found.faults().get(row.customerRef());
            if (fault != null) {
                trace.rowFaulty(each.parsed().line(), List.of(fault));
            } else {
                lines.add(line(found.ids().get(row.customerRef()), each.rowKey(), row));
            }
        }
        write(lines, state, assignment, trace);
    }

    private void write(List<ImportedLine> lines, RunState state, Assignment assignment, Trace trace) {
        boolean replaces = state.plan().profile().overwriteOf(ImportField.AMOUNT.code()) == OverwritePolicy.REPLACE;
        List<LineOutcome> outcomes = purchases.write(
                lines, new PurchaseImport.Source(DataOrigin.IMPORT, assignment.by(), replaces, assignment.trial()));
        Set<Long> bought = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            LineOutcome outcome = outcomes.get(i);
            if (outcome.action() != LineOutcome.Action.UNCHANGED) {
                trace.money(lines.get(i).currency(), lines.get(i).amount());
            }
            switch (outcome.action()) {
                case CREATED -> {
                    trace.rowCreated();
                    bought.add(lines.get(i).customerId());
                    if (!assignment.trial()) {
                        trace.created(Traced.PURCHASE_LINE, outcome.lineId(), outcome.version());
                    }
                }
                case CHANGED -> {
                    trace.rowChanged();
                    if (!assignment.trial()) {
                        trace.changed(
                                Traced.PURCHASE_LINE,
                                outcome.lineId(),
                                outcome.version(),
                                false,
                                LineJson.write(outcome.before()));
                    }
                }
                case UNCHANGED -> trace.rowUnchanged();
            }
        }
        if (!assignment.trial()) {
            finder.stillThere(lines.stream().map(ImportedLine::customerId).toList());
            List<Long> ids = List.copyOf(bought);
            for (int from = 0; from < ids.size(); from += CUSTOMERS_AT_ONCE) {
                customers.bought(ids.subList(from, Math.min(ids.size(), from + CUSTOMERS_AT_ONCE)));
            }
        }
    }

    private static LineIdentity identity(PurchaseRow row) {
        return row.documentNumber() == null
                ? LineIdentity.ofLine(row.customerRef(), row.at(), row.amount(), row.quantity(), row.product())
                : LineIdentity.ofDocument(row.customerRef(), row.documentNumber(), row.product());
    }

    private static ImportedLine line(long customerId, String rowKey, PurchaseRow row) {
        return new ImportedLine(
                customerId,
                rowKey,
                row.documentNumber(),
                row.at(),
                row.day(),
                row.currency(),
                row.channel(),
                row.cancelled(),
                row.product(),
                row.description(),
                row.quantity(),
                row.unitPrice(),
                row.discount(),
                row.amount(),
                row.cost());
    }
}
