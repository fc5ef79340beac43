package org.vinculo.crm.operations.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.operations.internal.data.Backup;
import org.vinculo.crm.operations.internal.data.Refused;
import org.vinculo.crm.operations.internal.data.Source;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Duplicate;
import org.vinculo.crm.shared.KeepsTicking;

/**
 * Makes backups while people work: every day, when an administrator presses the button, and when the command asks. The
 * command is another process and cannot open a Derby database that is in use, so it leaves a file in the data folder, which
 * only the owner of the installation can do, and waits for the answer beside it.
 */
@Startup
@Singleton
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(KeepsTicking.class)
public class BackupRunner {

    private static final Logger LOG = Logger.getLogger(BackupRunner.class.getName());
    private static final String DAILY = "schedule";
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final String REQUEST = "backup.request";
    private static final String ANSWER = "backup.answer";

    private final AtomicBoolean busy = new AtomicBoolean();
    private Instant startedAt;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Settings settings;

    @Inject
    BackupLedger ledger;

    @Inject
    Product product;

    @Inject
    Clock clock;

    @PostConstruct
    void start() {
        startedAt = clock.instant();
        // Of a shared database another server may still be at it; with the embedded one nobody else is there.
        ledger.interrupted(database().isDerby() ? startedAt : startedAt.minus(LONGEST));
    }

    /** Folder of the backups. */
    public Path folder() {
        return settings.backupDir();
    }

    /** When the daily backup is made; empty when there is none. */
    public Optional<LocalTime> daily() {
        String at = settings.get(Setting.BACKUP_AT);
        return at.equals("never") || settings.demo() ? Optional.empty() : Optional.of(LocalTime.parse(at));
    }

    /** Begins a backup in the background; false when one is being made. */
    public boolean begin(String kind) {
        String occasion = kind + " " + clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (ledger.isRunning() || !busy.compareAndSet(false, true)) {
            return false;
        }
        try {
            executor.execute(() -> {
                try {
                    make(occasion, kind, folder());
                } finally {
                    busy.set(false);
                }
            });
        } catch (RejectedExecutionException full) {
            busy.set(false);
            throw full;
        }
        return true;
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void look() {
        Path request = settings.dataDir().resolve(REQUEST);
        if (Files.exists(request) && busy.compareAndSet(false, true)) {
            try {
                answer(request);
            } catch (IOException unreadable) {
                LOG.log(Level.WARNING, "The request for a backup cannot be read", unreadable);
            } finally {
                busy.set(false);
            }
        }
    }

    private void answer(Path request) throws IOException {
        Path parent = Path.of(Files.readString(request, StandardCharsets.UTF_8).strip());
        Files.delete(request);
        String occasion = "command " + clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String said = make(occasion, "command", parent);
        Path half = settings.dataDir().resolve(ANSWER + ".half");
        Files.writeString(half, said, StandardCharsets.UTF_8);
        Files.move(half, settings.dataDir().resolve(ANSWER), StandardCopyOption.REPLACE_EXISTING);
    }

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    public void everyDay() {
        Optional<LocalTime> at = daily();
        if (at.isEmpty()) {
            return;
        }
        ZonedDateTime now = clock.instant().atZone(settings.zone());
        Instant planned = now.with(at.get()).toInstant();
        String occasion = DAILY + " " + now.toLocalDate();
        if (planned.isAfter(clock.instant())
                || planned.isBefore(startedAt)
                || ledger.isKnown(occasion)
                || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            make(occasion, DAILY, folder());
            Backup.prune(folder(), DAILY, settings.number(Setting.BACKUP_KEEP));
        } catch (IOException stuck) {
            LOG.log(Level.WARNING, "Old backups cannot be removed", stuck);
        } finally {
            busy.set(false);
        }
    }

    /** What became of it, in one line for the command. */
    private String make(String occasion, String kind, Path parent) {
        long id;
        try {
            id = ledger.begin(occasion, product.server());
        } catch (Duplicate faster) {
            LOG.log(Level.FINE, "Another server makes this backup", faster);
            return "failed: another server makes this backup";
        }
        try {
            Backup.Made made = new Backup(database(), roots(), product.version(), clock).make(parent, kind);
            ledger.done(id, made);
            LOG.log(Level.INFO, "Backup made in {0}", made.folder());
            return "done: " + made.folder() + " (" + made.rows() + " rows, " + made.bytes() + " bytes)";
        } catch (SQLException | IOException | Refused | RuntimeException failure) {
            LOG.log(Level.SEVERE, "The backup failed", failure);
            ledger.failed(id, failure.getClass().getSimpleName() + ": " + failure.getMessage());
            return "failed: " + failure.getMessage();
        }
    }

    private List<Path> roots() {
        Set<Path> roots = new LinkedHashSet<>(List.of(settings.dataDir(), settings.filesDir()));
        return List.copyOf(roots);
    }

    private Source database() {
        return new Source(
                settings.get(Setting.DB_URL), settings.get(Setting.DB_USER), settings.get(Setting.DB_PASSWORD));
    }
}
