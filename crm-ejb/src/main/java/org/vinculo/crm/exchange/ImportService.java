package org.vinculo.crm.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.exchange.entity.ImportFile;
import org.vinculo.crm.exchange.entity.ImportJob;
import org.vinculo.crm.exchange.entity.ImportMemory;
import org.vinculo.crm.exchange.internal.file.UnreadableFile;
import org.vinculo.crm.exchange.internal.match.Detected;
import org.vinculo.crm.exchange.internal.match.ProfileJson;
import org.vinculo.crm.exchange.internal.run.ErrorFile;
import org.vinculo.crm.exchange.internal.run.ImportFiles;
import org.vinculo.crm.exchange.internal.run.ImportRunner;
import org.vinculo.crm.exchange.internal.run.ImportStore;
import org.vinculo.crm.exchange.internal.run.Previews;
import org.vinculo.crm.exchange.internal.run.UndoRunner;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.CustomerImport;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** Bringing files in: upload, look, try, import, report, take back. */
@Stateless
@Boundary
@RolesAllowed(Permission.Code.IMPORT_RUN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ImportService {

    private static final int NAME_LENGTH = 255;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    @Inject
    CustomerImport customers;

    @Inject
    ImportFiles files;

    @Inject
    ImportStore store;

    @Inject
    Previews previews;

    @Inject
    ErrorFile errorFile;

    @Inject
    Jobs jobs;

    @Inject
    AuditLog audit;

    /**
     * Reads a profile as scripts send it; null or blank means that everything is to be detected.
     *
     * @throws InvalidInput when it is none
     */
    public ImportProfile profile(String json) {
        return ProfileJson.read(json);
    }

    /**
     * Keeps a file and finds out what it is.
     *
     * @param fileName what it is called; never used as a path
     * @param given what is known about it
     * @throws InvalidInput when it cannot be read; nothing is kept then
     */
    public ImportPreview upload(InputStream content, String fileName, ImportKind kind, ImportProfile given) {
        String storedName = keep(content);
        try {
            Detected detected = previews.detect(files.path(storedName), kind, given);
            ImportFile file = new ImportFile(kind, name(fileName), storedName, size(storedName));
            file.uploaded(
                    clock.instant(),
                    by(),
                    caller.get().accountId(),
                    caller.get().teamId());
            understood(file, detected);
            em.persist(file);
            return previews.preview(detected, file.getPublicId(), file.getFileName(), given.columns() != null);
        } catch (RuntimeException refused) {
            files.delete(storedName);
            throw refused;
        }
    }

    private String keep(InputStream content) {
        try {
            return files.store(content);
        } catch (UnreadableFile tooLarge) {
            throw InvalidInput.field("file", tooLarge.code());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private long size(String storedName) {
        try {
            return Files.size(files.path(storedName));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void understood(ImportFile file, Detected detected) {
        file.understood(
                detected.signature(),
                ProfileJson.write(detected.plan().profile()),
                detected.rows(),
                detected.scan().rowsAreExact());
    }

    /** The last part of whatever path a browser sends, without control characters. */
    private static String name(String fileName) {
        String line = Normal.line(fileName);
        if (line == null) {
            return "-";
        }
        String last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
        String shown = last.isBlank() ? "-" : last;
        return shown.length() <= NAME_LENGTH ? shown : shown.substring(shown.length() - NAME_LENGTH);
    }

    /** The file as it was understood last. */
    public ImportPreview preview(String fileId) {
        ImportFile file = kept(fileId);
        return look(file, ProfileJson.read(file.getProfile()));
    }

    /**
     * Looks at the file again with another profile and keeps that as the latest understanding.
     *
     * @throws InvalidInput when the profile is not possible
     */
    public ImportPreview understand(String fileId, ImportProfile profile) {
        return look(kept(fileId), profile);
    }

    private ImportPreview look(ImportFile file, ImportProfile profile) {
        Detected detected = previews.detect(files.path(file.getStoredName()), file.getKind(), profile);
        understood(file, detected);
        return previews.preview(detected, file.getPublicId(), file.getFileName(), profile.columns() != null);
    }

    /** The fields of administrators, as far as the caller sees them: those that are editable can be filled. */
    public List<CustomEntry> customFields() {
        return customers.fields();
    }

    private ImportFile kept(String fileId) {
        ImportFile file = store.file(fileId);
        if (!file.isKept()) {
            throw new NotFound();
        }
        return file;
    }

    /**
     * Starts the import, or a trial that writes nothing but the counts and faults. The profile is remembered for files
     * with the same columns.
     *
     * @throws InvalidInput when something is missing that the file needs
     */
    public ImportView start(String fileId, ImportProfile profile, boolean trial) {
        ImportFile file = kept(fileId);
        Detected detected = previews.detect(files.path(file.getStoredName()), file.getKind(), profile);
        InvalidInput.throwIfAny(detected.problems());
        understood(file, detected);
        String decided = ProfileJson.write(detected.plan().profile());
        ImportJob job = new ImportJob(file, decided, trial);
        job.askedFor(
                clock.instant(), by(), caller.get().accountId(), caller.get().teamId());
        em.persist(job);
        remember(detected.signature(), decided, file.getFileName());
        jobs.submit(ImportRunner.NAME, job.getPublicId(), by());
        audit.record(AuditEvent.about(
                trial ? "import.tried" : "import.started", "import", job.getPublicId(), null, file.getFileName()));
        return job.view();
    }

    /**
     * Does for real what a trial counted, with the same understanding of the file.
     *
     * @throws NotFound when there is no such trial or its file is gone
     */
    public ImportView importTried(String id) {
        ImportJob trial = store.job(id);
        if (!trial.isTrial()) {
            throw new NotFound();
        }
        return start(trial.getFile().getPublicId(), ProfileJson.read(trial.getProfile()), false);
    }

    private void remember(String signature, String profile, String fileName) {
        ImportMemory memory = store.memory(signature).orElseGet(() -> {
            ImportMemory fresh = new ImportMemory(signature);
            em.persist(fresh);
            return fresh;
        });
        memory.remember(profile, fileName, clock.instant(), by());
    }

    /** Uploads and starts in one call, as scripts do; a file that cannot start is not kept. */
    public ImportView importNow(
            InputStream content, String fileName, ImportKind kind, ImportProfile given, boolean trial) {
        ImportPreview preview = upload(content, fileName, kind, given);
        InvalidInput.throwIfAny(preview.problems());
        return start(preview.fileId(), preview.profile(), trial);
    }

    /** @throws NotFound when there is none or it is out of reach */
    public ImportView get(String id) {
        return store.job(id).view();
    }

    /** Newest first. */
    public Page<ImportView> list(PageRequest page) {
        return store.page(page);
    }

    /** Newest first, those older than the one named. */
    public List<ImportView> after(String id, int limit) {
        return store.after(id, limit);
    }

    /** What is to be told about single rows, in the order of the file. */
    public Page<ImportNoteView> notes(String id, PageRequest page) {
        return store.notes(store.job(id), page);
    }

    /**
     * Writes the faulty rows as they came with the reasons behind them, UTF-8.
     *
     * @throws NotFound when there is no such import or its file is gone
     */
    public void writeErrors(String id, Locale locale, OutputStream out) {
        ImportJob job = store.job(id);
        if (!job.getFile().isKept()) {
            throw new NotFound();
        }
        try {
            errorFile.write(job, locale, out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Starts taking back what an import created and changed.
     *
     * @throws NotAllowed when it is running, was only a trial, or wrote nothing that could be taken back
     */
    public ImportView undo(String id) {
        ImportJob job = store.job(id);
        if (!job.view().canBeUndone()) {
            throw InvalidInput.field("state", "exchange.undo.notPossible");
        }
        job.requestUndo(clock.instant(), by());
        jobs.submit(UndoRunner.NAME, job.getPublicId(), by());
        audit.record(AuditEvent.about(
                "import.undone",
                "import",
                job.getPublicId(),
                null,
                job.getFile().getFileName()));
        return job.view();
    }

    private String by() {
        Caller who = caller.get();
        return who.name() == null ? "-" : who.name();
    }
}
