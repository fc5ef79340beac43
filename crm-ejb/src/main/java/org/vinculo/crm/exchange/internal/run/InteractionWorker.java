package org.vinculo.crm.exchange.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.entity.Traced;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.row.InteractionRow;
import org.vinculo.crm.exchange.internal.row.InteractionRowReader;
import org.vinculo.crm.exchange.internal.row.Parsed;
import org.vinculo.crm.interaction.InteractionImport;
import org.vinculo.crm.interaction.InteractionRecord;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.interaction.Sentiment;
import org.vinculo.crm.interaction.Visibility;
import org.vinculo.crm.purchase.LineIdentity;
import org.vinculo.crm.shared.FieldError;

/** Writes the rows of a file of conversations; the same conversation again changes nothing. */
@ApplicationScoped
public class InteractionWorker implements ChunkWorker {

    private static final int ROWS = 400;

    @Inject
    CustomerFinder finder;

    @Inject
    InteractionImport interactions;

    @Override
    public ImportKind kind() {
        return ImportKind.INTERACTIONS;
    }

    @Override
    public int size() {
        return ROWS;
    }

    @Override
    public void pass(SourceRow row, RunState state, Assignment assignment) {
        Parsed<InteractionRow> parsed = new InteractionRowReader(state.plan(), assignment.today()).read(row);
        if (!parsed.isFaulty()) {
            state.seen().add(identity(parsed.row()).fingerprint());
        }
    }

    private record Keyed(Parsed<InteractionRow> parsed, String key) {}

    @Override
    public void work(List<SourceRow> rows, RunState state, Assignment assignment, Trace trace) {
        InteractionRowReader reader = new InteractionRowReader(state.plan(), assignment.today());
        List<Keyed> understood = new ArrayList<>();
        for (SourceRow row : rows) {
            Parsed<InteractionRow> parsed = reader.read(row);
            if (parsed.isFaulty()) {
                trace.rowFaulty(parsed.line(), parsed.faults());
            } else {
                LineIdentity identity = identity(parsed.row());
                understood.add(new Keyed(parsed, key(parsed.row(), identity, state)));
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
        List<InteractionRecord> records = new ArrayList<>();
        for (Keyed each : understood) {
            FieldError fault = found.faults().get(each.parsed().row().customerRef());
            if (fault != null) {
                trace.rowFaulty(each.parsed().line(), List.of(fault));
            } else {
                records.add(record(
                        found.ids().get(each.parsed().row().customerRef()),
                        each.key(),
                        each.parsed().row(),
                        assignment));
            }
        }
        write(records, assignment, trace);
    }

    private void write(List<InteractionRecord> records, Assignment assignment, Trace trace) {
        List<Boolean> known = assignment.trial() ? interactions.known(records) : null;
        List<String> written = assignment.trial() ? null : interactions.record(records);
        if (!assignment.trial()) {
            finder.stillThere(
                    records.stream().map(InteractionRecord::customerId).toList());
        }
        for (int i = 0; i < records.size(); i++) {
            boolean fresh = known == null ? written.get(i) != null : !known.get(i);
            if (!fresh) {
                trace.rowUnchanged();
                continue;
            }
            trace.rowCreated();
            if (written != null) {
                trace.created(Traced.INTERACTION, written.get(i));
            }
        }
    }

    /** Named by our own export, or made of what makes a conversation the same one. */
    private static String key(InteractionRow row, LineIdentity identity, RunState state) {
        String counted = identity.key(state.seen().add(identity.fingerprint()));
        return row.entryKey() == null ? "import:" + counted : row.entryKey();
    }

    private static LineIdentity identity(InteractionRow row) {
        return new LineIdentity(
                "I\n" + row.customerRef() + "\n" + row.at() + "\n" + row.channel() + "\n" + row.topic());
    }

    private static InteractionRecord record(long customerId, String key, InteractionRow row, Assignment assignment) {
        return new InteractionRecord(
                customerId,
                row.channel(),
                row.direction(),
                Purpose.RELATIONSHIP,
                row.topic(),
                null,
                row.at(),
                null,
                null,
                Sentiment.NEUTRAL,
                Visibility.INTERNAL,
                null,
                assignment.by(),
                row.body(),
                key);
    }
}
