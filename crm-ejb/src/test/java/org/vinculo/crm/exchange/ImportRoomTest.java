package org.vinculo.crm.exchange;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.consent.ConsentImport;
import org.vinculo.crm.consent.internal.Ledger;
import org.vinculo.crm.consent.internal.PastDesk;
import org.vinculo.crm.consent.internal.Wordings;
import org.vinculo.crm.exchange.internal.match.ProfileJson;
import org.vinculo.crm.exchange.internal.run.ChunkWorker;
import org.vinculo.crm.exchange.internal.run.ConsentWriter;
import org.vinculo.crm.exchange.internal.run.CustomerFinder;
import org.vinculo.crm.exchange.internal.run.CustomerWorker;
import org.vinculo.crm.exchange.internal.run.Defaults;
import org.vinculo.crm.exchange.internal.run.ErrorFile;
import org.vinculo.crm.exchange.internal.run.ImportFiles;
import org.vinculo.crm.exchange.internal.run.ImportRunner;
import org.vinculo.crm.exchange.internal.run.ImportStore;
import org.vinculo.crm.exchange.internal.run.InteractionWorker;
import org.vinculo.crm.exchange.internal.run.Previews;
import org.vinculo.crm.exchange.internal.run.PurchaseWorker;
import org.vinculo.crm.exchange.internal.run.RunStates;
import org.vinculo.crm.exchange.internal.run.UndoRunner;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.interaction.InteractionImport;
import org.vinculo.crm.interaction.PlainSnapshots;
import org.vinculo.crm.interaction.internal.LastContacts;
import org.vinculo.crm.party.CustomerImport;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.internal.CustomBook;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.CustomerWriter;
import org.vinculo.crm.party.internal.KeyMatcher;
import org.vinculo.crm.party.internal.TokenIndex;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.PurchaseImport;
import org.vinculo.crm.purchase.internal.PurchaseBatch;
import org.vinculo.crm.purchase.internal.PurchaseStore;
import org.vinculo.crm.purchase.internal.PurchaseSums;

/** The whole room on one entity manager; jobs run when a test says so. */
abstract class ImportRoomTest extends DatabaseTest {

    static final long STAFF_ID = 77L;

    final CurrentCaller caller = new CurrentCaller();
    final ImportService service = new ImportService();
    final PurchaseStore purchases = new PurchaseStore();
    final CustomerImport customers = new CustomerImport();

    @TempDir
    Path data;

    private final List<String[]> submitted = new ArrayList<>();
    CustomerFinder finder;
    private ImportRunner runner;
    private UndoRunner undoRunner;

    @BeforeEach
    void furnish() {
        start();
        actAs(STAFF_ID, Scope.ALL);
    }

    @AfterEach
    void leave() {
        caller.bind(null);
    }

    /** Wires everything anew, as a server does that was started again. */
    void start() {
        runner = new ImportRunner();
        finder = new CustomerFinder();
        undoRunner = new UndoRunner();
        List<ChunkWorker> workers = List.of(new PurchaseWorker(), new CustomerWorker(), new InteractionWorker());
        List<Object> beans = new ArrayList<>(List.of(
                caller,
                service,
                purchases,
                customers,
                runner,
                undoRunner,
                new RunStates(),
                new ImportFiles(),
                new ImportStore(),
                new Previews(),
                new Defaults(),
                new ErrorFile(),
                finder,
                new ConsentWriter(),
                new ConsentImport(),
                new PastDesk(),
                new Wordings(),
                new Ledger(),
                new PurchaseImport(),
                new PurchaseBatch(),
                new PurchaseSums(),
                new InteractionImport(),
                new LastContacts(),
                new PlainSnapshots(),
                new Customers(),
                new CustomerAccess(),
                new CustomerWriter(),
                new CustomBook(),
                new KeyMatcher(),
                new TokenIndex(),
                new StaffDirectory(),
                new AuditLog(),
                new QueuedJobs(),
                Settings.of(Map.of(
                        Setting.DATA_DIR,
                        data.toString(),
                        Setting.ZONE,
                        "America/Sao_Paulo",
                        Setting.EXPORT_ALERT_ROWS,
                        "4",
                        Setting.MAX_UPLOAD_MB,
                        "50")),
                new Fixed(workers)));
        beans.addAll(workers);
        beans.addAll(more());
        beans.forEach(bean -> wire(bean, beans.toArray()));
    }

    /** What a test needs besides. */
    List<Object> more() {
        return List.of();
    }

    /** The handler of a job by its name. */
    JobHandler handler(String name) {
        return name.equals(ImportRunner.NAME) ? runner : undoRunner;
    }

    void actAs(long accountId, Scope reach) {
        caller.bind(new Caller(
                Caller.Kind.STAFF,
                accountId,
                "Joana",
                null,
                null,
                Map.of(Permission.IMPORT_RUN, reach),
                null,
                null,
                null,
                null,
                Locale.ENGLISH,
                ZoneOffset.UTC));
    }

    static ImportProfile profile(String json) {
        return ProfileJson.read(json);
    }

    ImportPreview upload(String text, ImportKind kind, ImportProfile profile) {
        return service.upload(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "C:\\temp\\file.csv", kind, profile);
    }

    ImportPreview upload(Path file, ImportKind kind, ImportProfile profile) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return service.upload(content, file.getFileName().toString(), kind, profile);
        }
    }

    /** Imports to the end. */
    ImportView run(ImportPreview preview, boolean trial) {
        ImportView started = service.start(preview.fileId(), preview.profile(), trial);
        runAll(0);
        return service.get(started.id());
    }

    ImportView run(String text, ImportKind kind, String profile) {
        return run(upload(text, kind, profile(profile)), false);
    }

    ImportView undo(ImportView view) {
        service.undo(view.id());
        runAll(0);
        return service.get(view.id());
    }

    /** Runs what was submitted; after every so many steps the server dies and starts again. */
    void runAll(int stepsBetweenDeaths) {
        runAll(() -> {}, stepsBetweenDeaths);
    }

    /** Runs what was submitted; something happens after each step. */
    void runAll(Runnable between) {
        runAll(between, 0);
    }

    private void runAll(Runnable between, int stepsBetweenDeaths) {
        while (!submitted.isEmpty()) {
            String[] job = submitted.remove(0);
            String checkpoint = null;
            long done = 0;
            int steps = 0;
            boolean finished = false;
            while (!finished) {
                JobStep step = handler(job[0]).step(new JobContext("job", job[1], checkpoint, done, 0));
                em.flush();
                em.clear();
                checkpoint = step.checkpoint();
                done = step.done();
                finished = step.finished();
                between.run();
                if (stepsBetweenDeaths > 0 && ++steps % stepsBetweenDeaths == 0) {
                    start();
                }
            }
        }
    }

    String errors(ImportView view) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        service.writeErrors(view.id(), Locale.ENGLISH, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    long count(String table) {
        return ((Number) em.createNativeQuery("select count(*) from " + table).getSingleResult()).longValue();
    }

    private final class QueuedJobs extends Jobs {
        @Override
        public String submit(String name, String payload, String startedBy) {
            em.flush();
            submitted.add(new String[] {name, payload});
            return "job";
        }
    }

    /** The workers, found as the container would find them. */
    record Fixed(List<ChunkWorker> workers) implements Instance<ChunkWorker> {
        @Override
        public Iterator<ChunkWorker> iterator() {
            return workers.iterator();
        }

        @Override
        public Instance<ChunkWorker> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends ChunkWorker> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends ChunkWorker> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isUnsatisfied() {
            return workers.isEmpty();
        }

        @Override
        public boolean isAmbiguous() {
            return workers.size() > 1;
        }

        @Override
        public void destroy(ChunkWorker instance) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Handle<ChunkWorker> getHandle() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<? extends Handle<ChunkWorker>> handles() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChunkWorker get() {
            return workers.get(0);
        }
    }
}
