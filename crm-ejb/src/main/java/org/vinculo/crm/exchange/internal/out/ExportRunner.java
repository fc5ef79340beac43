package org.vinculo.crm.exchange.internal.out;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.audit.AccessLog;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.exchange.ExportColumn;
import org.vinculo.crm.exchange.ExportFormat;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.entity.ExportJob;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffMailbox;
import org.vinculo.crm.identity.StoredCaller;
import org.vinculo.crm.interaction.InteractionExport;
import org.vinculo.crm.notification.Notices;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.CustomerExport;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.PurchaseExport;
import org.vinculo.crm.shared.FormulaGuard;
import org.vinculo.crm.shared.Texts;

/**
 * Writes an export chunk by chunk, as whoever asked for it. The checkpoint says how long the file was when the chunk was
 * through: after a kill whatever was written behind it is cut off, so that no row is missing and none is there twice.
 */
@ApplicationScoped
public class ExportRunner implements JobHandler {

    public static final String NAME = "export";

    private static final int CUSTOMERS = 200;
    private static final int ROWS = 1000;
    private static final long ROWS_OF_A_WORKBOOK = 200_000;
    private static final char MARK = '\uFEFF';

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    CurrentCaller caller;

    @Inject
    ExportFiles files;

    @Inject
    ExportColumns columns;

    @Inject
    CustomerExport customers;

    @Inject
    PurchaseExport purchases;

    @Inject
    InteractionExport interactions;

    @Inject
    AuditLog audit;

    @Inject
    AccessLog access;

    @Inject
    StaffDirectory staff;

    @Inject
    Notices notices;

    /**
     * Where an export stands.
     *
     * @param bytes length of the file
     * @param rows written rows
     * @param done customers that are through
     * @param after last row of the present customers that is written, 0 at their beginning
     * @param cursor where the present customers begin, null for the first ones
     */
    private record Place(long bytes, long rows, long done, long after, String cursor) {

        static Place of(String checkpoint) {
            if (checkpoint == null) {
                return new Place(0, 0, 0, 0, null);
            }
            String[] parts = checkpoint.split(" ", 5);
            return new Place(
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]),
                    Long.parseLong(parts[3]),
                    parts.length < 5 ? null : parts[4]);
        }

        String text() {
            return bytes + " " + rows + " " + done + " " + after + (cursor == null ? "" : " " + cursor);
        }
    }

    /** Some customers and where the next ones begin, null at the end. */
    private record Group(List<CustomerExport.Exported> customers, String next) {}

    /**
     * What a chunk wrote.
     *
     * @param rows how many rows
     * @param last id of the last row when the customers have more, otherwise 0
     */
    private record Written(int rows, long last) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobStep step(JobContext context) {
        ExportJob job = find(context.payload());
        if (job.getState().isOver()) {
            return JobStep.finished(job.view().done());
        }
        Caller as = StoredCaller.read(job.getCaller());
        try {
            return caller.runAs(as, () -> work(job, Place.of(context.checkpoint()), as));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw failure instanceof IOException io
                    ? new UncheckedIOException(io)
                    : new IllegalStateException("export", failure);
        }
    }

    @Override
    public void ended(JobContext context, JobState state) {
        ExportJob job = find(context.payload());
        if (!job.getState().isOver()) {
            job.fail(
                    clock.instant(),
                    state == JobState.CANCELLED ? "exchange.export.cancelled" : "exchange.export.failed");
            files.delete(job.getStoredName());
        }
    }

    private ExportJob find(String publicId) {
        return em.createQuery("select e from ExportJob e where e.publicId = :id", ExportJob.class)
                .setParameter("id", publicId)
                .getSingleResult();
    }

    private JobStep work(ExportJob job, Place place, Caller as) throws IOException {
        Group group = group(job, place.cursor());
        long room = most(job) - place.rows();
        Written written;
        long bytes;
        try (FileChannel file =
                FileChannel.open(unfinished(job), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.truncate(place.bytes());
            file.position(place.bytes());
            Writer text =
                    new BufferedWriter(new OutputStreamWriter(Channels.newOutputStream(file), StandardCharsets.UTF_8));
            if (place.bytes() == 0 && job.getFormat() == ExportFormat.CSV) {
                text.write(MARK);
                record(text, job.getColumnIds(), true);
            }
            written = write(job, group, place.after(), (int) Math.min(ROWS, Math.max(0, room)), text, as);
            text.flush();
            file.force(false);
            bytes = file.position();
        }
        long rows = place.rows() + written.rows();
        boolean moreOfThese = written.last() > 0;
        long done = place.done() + (moreOfThese ? 0 : group.customers().size());
        job.proceed(rows, done);
        boolean atEnd = !moreOfThese && group.next() == null;
        boolean full = written.rows() >= room;
        if (full && !atEnd) {
            job.cutOff();
        }
        if (!atEnd && !full) {
            Place next = new Place(
                    bytes, rows, done, moreOfThese ? written.last() : 0, moreOfThese ? place.cursor() : group.next());
            return JobStep.more(next.text(), done, job.view().expected());
        }
        return finish(job, as, done);
    }

    /** A workbook is put together in one step, which has to be over before the job's lease is. */
    private long most(ExportJob job) {
        long most = settings.number(Setting.EXPORT_MAX_ROWS);
        return job.getFormat() == ExportFormat.XLSX ? Math.min(most, ROWS_OF_A_WORKBOOK) : most;
    }

    private Path unfinished(ExportJob job) {
        return job.getFormat() == ExportFormat.XLSX ? files.raw(job.getStoredName()) : files.path(job.getStoredName());
    }

    private Group group(ExportJob job, String cursor) {
        List<String> picked = SelectionJson.picked(job.getSelection());
        if (picked.isEmpty()) {
            CustomerExport.Slice slice = customers.read(SelectionJson.customers(job.getSelection()), cursor, CUSTOMERS);
            return new Group(slice.customers(), slice.next());
        }
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(picked.size(), from + CUSTOMERS);
        return new Group(customers.read(picked.subList(from, to)), to < picked.size() ? String.valueOf(to) : null);
    }

    private Written write(ExportJob job, Group group, long after, int most, Writer text, Caller as) throws IOException {
        Map<Long, CustomerExport.Exported> byId =
                group.customers().stream().collect(Collectors.toMap(CustomerExport.Exported::id, Function.identity()));
        List<String> ids = job.getColumnIds();
        Set<Long> taken = new LinkedHashSet<>();
        switch (job.getKind()) {
            case PURCHASES -> {
                List<PurchaseExport.Line> lines = purchases.lines(byId.keySet(), after, most);
                for (PurchaseExport.Line line : lines) {
                    taken.add(line.customerId());
                    record(
                            text,
                            HistoryCells.line(line, byId.get(line.customerId()), ids, settings.zone()),
                            job.getFormat() == ExportFormat.CSV);
                }
                access.exported(taken);
                return new Written(
                        lines.size(),
                        lines.size() < most || lines.isEmpty()
                                ? 0
                                : lines.get(lines.size() - 1).id());
            }
            case INTERACTIONS -> {
                List<InteractionExport.Entry> entries = interactions.entries(byId.keySet(), after, most);
                for (InteractionExport.Entry entry : entries) {
                    taken.add(entry.customerId());
                    record(
                            text,
                            HistoryCells.entry(entry, byId.get(entry.customerId()), ids, settings.zone()),
                            job.getFormat() == ExportFormat.CSV);
                }
                access.exported(taken);
                return new Written(
                        entries.size(),
                        entries.size() < most || entries.isEmpty()
                                ? 0
                                : entries.get(entries.size() - 1).id());
            }
            default -> {
                return customers(job, group, most, text, as);
            }
        }
    }

    private Written customers(ExportJob job, Group group, int most, Writer text, Caller as) throws IOException {
        List<CustomerExport.Exported> written =
                group.customers().subList(0, Math.min(most, group.customers().size()));
        List<Long> ids = written.stream().map(CustomerExport.Exported::id).toList();
        access.exported(ids);
        if (job.getFormat() == ExportFormat.VCARD) {
            VcardOut.write(written, text);
            return new Written(written.size(), 0);
        }
        Map<Long, Map<String, Phrase>> extras = customers.extras(job.getColumnIds(), ids);
        Map<Long, Map<String, String>> custom = customers.values(customCodes(job.getColumnIds()), ids);
        for (CustomerExport.Exported customer : written) {
            List<String> cells = new CustomerCells(
                            customer,
                            extras.getOrDefault(customer.id(), Map.of()),
                            custom.getOrDefault(customer.id(), Map.of()),
                            as.locale(),
                            as.zone())
                    .cells(job.getColumnIds());
            record(text, cells, job.getFormat() == ExportFormat.CSV);
        }
        return new Written(written.size(), 0);
    }

    private static List<String> customCodes(List<String> columns) {
        return columns.stream()
                .filter(column -> column.startsWith(CustomEntry.PREFIX))
                .map(column -> column.substring(CustomEntry.PREFIX.length()))
                .toList();
    }

    private static void record(Writer text, List<String> cells, boolean guarded) throws IOException {
        List<String> safe = guarded ? cells.stream().map(FormulaGuard::safe).toList() : cells;
        CsvWriter.builder().bufferSize(0).build(text).writeRecord(safe);
    }

    private JobStep finish(ExportJob job, Caller as, long done) throws IOException {
        Path file = files.path(job.getStoredName());
        if (job.getFormat() == ExportFormat.XLSX) {
            Path raw = files.raw(job.getStoredName());
            List<String> titles = titles(job, as.locale());
            new XlsxOut(job.getColumnIds(), titles, sheetName(job.getKind(), as.locale()), numbers())
                    .write(raw, file, about(job, as));
            Files.delete(raw);
        }
        job.finish(clock.instant(), Files.size(file), Duration.ofHours(settings.number(Setting.EXPORT_KEPT_HOURS)));
        audit.record(AuditEvent.about(
                "export.finished",
                "export",
                job.getPublicId(),
                null,
                job.getFileName() + " (" + job.view().rows() + ")"));
        tellOfLarge(job, as);
        return JobStep.finished(done);
    }

    /** Whoever takes the whole base along is seen doing it. */
    private void tellOfLarge(ExportJob job, Caller as) {
        long rows = job.view().rows();
        long large = settings.number(Setting.EXPORT_ALERT_ROWS);
        if (large <= 0 || rows < large) {
            return;
        }
        for (Long holder : staff.holders(Permission.SETTINGS_ADMIN)) {
            Locale locale = staff.mailbox(holder).map(StaffMailbox::locale).orElse(settings.language());
            notices.tell(
                    holder,
                    null,
                    "download",
                    Texts.text(locale, "exchange.export.large", rows),
                    Texts.text(locale, "exchange.export.largeNote", as.name(), job.getFileName()),
                    null,
                    "export." + job.getPublicId() + "." + holder);
        }
    }

    /** The columns of fields of administrators that hold numbers. */
    private Set<String> numbers() {
        return customers.fields().stream()
                .filter(field -> field.getType().isNumber())
                .map(CustomEntry::column)
                .collect(Collectors.toSet());
    }

    private static String sheetName(ImportKind kind, Locale locale) {
        return Texts.text(locale, "exchange.kind." + kind);
    }

    private List<String> titles(ExportJob job, Locale locale) {
        Map<String, ExportColumn> known = columns.of(job.getKind()).stream()
                .collect(Collectors.toMap(ExportColumn::id, Function.identity(), (one, other) -> one));
        return job.getColumnIds().stream()
                .map(id -> known.containsKey(id) ? Phrases.write(known.get(id).title(), locale, settings.zone()) : id)
                .toList();
    }

    /** Who carried what out and when. */
    private List<List<String>> about(ExportJob job, Caller as) {
        List<List<String>> about = new ArrayList<>();
        about.add(List.of(Texts.text(as.locale(), "exchange.export.about.by"), job.getCreatedBy()));
        about.add(List.of(
                Texts.text(as.locale(), "exchange.export.about.at"),
                CustomerCells.moment(job.getCreatedAt(), as.zone()) + " " + as.zone()));
        about.add(List.of(
                Texts.text(as.locale(), "exchange.export.about.rows"),
                Objects.toString(job.view().rows())));
        about.add(List.of(settings.companyName()));
        return about;
    }
}
