package org.vinculo.crm.exchange.internal.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vinculo.crm.exchange.ImportNoteView;
import org.vinculo.crm.exchange.entity.ImportJob;
import org.vinculo.crm.exchange.entity.ImportNote;
import org.vinculo.crm.exchange.internal.file.ReadLimits;
import org.vinculo.crm.exchange.internal.file.RowSource;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.match.ImportPlan;
import org.vinculo.crm.exchange.internal.match.ProfileJson;
import org.vinculo.crm.exchange.internal.match.ReportColumns;
import org.vinculo.crm.shared.FormulaGuard;

/**
 * The faulty rows of an import as they came, with line, field and reason behind them. It has the columns of the file in
 * their order, so that the same profile imports it again once the rows are put right.
 */
@ApplicationScoped
public class ErrorFile {

    private static final int NOTES_AT_ONCE = 1000;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    ImportFiles files;

    @Inject
    Defaults defaults;

    /** Writes UTF-8 with a byte order mark, which spreadsheets need and which overrules the encoding of a profile. */
    public void write(ImportJob job, Locale locale, OutputStream out) throws IOException {
        ImportPlan plan = ImportPlan.of(
                files.path(job.getFile().getStoredName()),
                job.getKind(),
                ProfileJson.read(job.getProfile()),
                defaults.decided());
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        try (RowSource rows = plan.source().open(ReadLimits.DEFAULT);
                CsvWriter csv =
                        CsvWriter.builder().fieldSeparator(delimiter(plan)).build(text)) {
            int columns = plan.names().size();
            if (plan.header()) {
                csv.writeRecord(record(named(plan.names()), columns, ReportColumns.NAMES));
            }
            Faults faults = new Faults(job.getId());
            for (SourceRow row = rows.next(); row != null && faults.more(); row = rows.next()) {
                List<ImportNoteView> wrong = faults.of(row.line());
                if (!wrong.isEmpty()) {
                    csv.writeRecord(record(row.cells(), columns, report(row, wrong, locale)));
                }
            }
        }
    }

    private static char delimiter(ImportPlan plan) {
        if (plan.source().format() == null) {
            return ',';
        }
        return plan.source().format().isBlankSeparated()
                ? '\t'
                : plan.source().format().delimiter();
    }

    private static List<String> named(List<String> names) {
        return names.stream().map(FormulaGuard::safe).toList();
    }

    private static List<String> report(SourceRow row, List<ImportNoteView> wrong, Locale locale) {
        return List.of(
                String.valueOf(row.line()),
                wrong.stream().map(note -> note.problem().field()).distinct().collect(Collectors.joining(" ")),
                wrong.stream().map(note -> note.problem().text(locale)).collect(Collectors.joining(" ")));
    }

    private static List<String> record(List<String> cells, int columns, List<String> report) {
        List<String> record = new ArrayList<>();
        for (int i = 0; i < Math.max(columns, cells.size()); i++) {
            record.add(FormulaGuard.safe(i < cells.size() ? cells.get(i).replace("\u0000", "") : ""));
        }
        record.addAll(report.stream().map(FormulaGuard::safe).toList());
        return record;
    }

    /** The faults by line, read in pieces alongside the file. */
    private final class Faults {
        private final long importId;
        private List<ImportNote> ahead = List.of();
        private int at;
        private long lastLine = -1;
        private long lastId = -1;

        Faults(long importId) {
            this.importId = importId;
            fetch();
        }

        boolean more() {
            return at < ahead.size();
        }

        List<ImportNoteView> of(long line) {
            List<ImportNoteView> found = new ArrayList<>();
            while (more() && ahead.get(at).getLine() <= line) {
                if (ahead.get(at).getLine() == line) {
                    found.add(ahead.get(at).view());
                }
                at++;
                if (at == ahead.size()) {
                    fetch();
                }
            }
            return found;
        }

        private void fetch() {
            ahead = em.createQuery(
                            "select n from ImportNote n where n.importId = :job and n.kind = :fault"
                                    + " and (n.line > :line or (n.line = :line and n.id > :id)) order by n.line, n.id",
                            ImportNote.class)
                    .setParameter("job", importId)
                    .setParameter("fault", ImportNote.Kind.FAULT)
                    .setParameter("line", lastLine)
                    .setParameter("id", lastId)
                    .setMaxResults(NOTES_AT_ONCE)
                    .getResultList();
            at = 0;
            if (!ahead.isEmpty()) {
                ImportNote last = ahead.get(ahead.size() - 1);
                lastLine = last.getLine();
                lastId = last.getId();
                ahead.forEach(em::detach);
            }
        }
    }
}
