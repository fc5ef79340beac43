package org.vinculo.crm.document.internal;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.shared.KeepsTicking;
import org.vinculo.crm.shared.TicksInTransaction;

/**
 * Every night: forgets what was removed a month ago, deletes bytes that belong to nothing, and has looked for bytes that
 * are missing.
 */
@Startup
@Singleton
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors({KeepsTicking.class, TicksInTransaction.class})
public class FileSweep {

    private static final Logger LOG = Logger.getLogger(FileSweep.class.getName());
    private static final Duration KEPT_AFTER_REMOVAL = Duration.ofDays(30);
    private static final Duration SETTLED = Duration.ofDays(1);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    FileStore store;

    @Inject
    Jobs jobs;

    @Schedule(hour = "3", minute = "17", persistent = false)
    public void sweep() {
        em.createQuery("delete from Attachment a where a.removedAt < :before")
                .setParameter("before", clock.instant().minus(KEPT_AFTER_REMOVAL))
                .executeUpdate();
        if (!jobs.isOpen(FileCheck.NAME)) {
            jobs.submit(FileCheck.NAME, "", "nightly");
        }
        if (!Files.isDirectory(store.folder())) {
            return;
        }
        try (Stream<Path> files = Files.walk(store.folder())) {
            files.filter(Files::isRegularFile).filter(this::isSettled).forEach(this::deleteUnlessUsed);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "the files could not be swept", failure);
        }
    }

    private boolean isSettled(Path file) {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return written.isBefore(clock.instant().minus(SETTLED));
        } catch (IOException gone) {
            LOG.log(Level.FINE, "gone meanwhile", gone);
            return false;
        }
    }

    private void deleteUnlessUsed(Path file) {
        List<Long> used = em.createQuery("select a.id from Attachment a where a.hash = :hash", Long.class)
                .setParameter("hash", file.getFileName().toString())
                .setMaxResults(1)
                .getResultList();
        if (!used.isEmpty()) {
            return;
        }
        try {
            Files.delete(file);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "a file that belongs to nothing stays", failure);
        }
    }
}
