package org.vinculo.crm.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalTime;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.operations.entity.BackupRun;
import org.vinculo.crm.operations.internal.BackupLedger;
import org.vinculo.crm.operations.internal.BackupRunner;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** Backups, for administrators. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.SETTINGS_ADMIN)
public class BackupService {

    /**
     * What is made by itself.
     *
     * @param at time of the day, or null when nothing is
     * @param zone zone of that time
     * @param keep how many are kept
     * @param folder where they lie
     */
    public record Plan(LocalTime at, String zone, int keep, String folder) {}

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    BackupRunner runner;

    @Inject
    BackupLedger ledger;

    @Inject
    Settings settings;

    @Inject
    AuditLog audit;

    /** All backups of the last year, newest first. */
    public Page<BackupView> list(PageRequest page) {
        long total =
                em.createQuery("select count(b) from BackupRun b", Long.class).getSingleResult();
        return new Page<>(
                em.createQuery("select b from BackupRun b order by b.startedAt desc, b.id desc", BackupRun.class)
                        .setFirstResult(page.first())
                        .setMaxResults(page.size())
                        .getResultStream()
                        .map(BackupRun::view)
                        .toList(),
                total,
                false);
    }

    public Plan plan() {
        return new Plan(
                runner.daily().orElse(null),
                settings.zone().getId(),
                settings.number(Setting.BACKUP_KEEP),
                runner.folder().toString());
    }

    public boolean isRunning() {
        return ledger.isRunning();
    }

    /**
     * Begins a backup in the background.
     *
     * @throws InvalidInput when one is being made
     */
    public void begin() {
        if (!runner.begin("button")) {
            throw InvalidInput.field("", "operations.backup.busy");
        }
        audit.record(AuditEvent.of("backup.asked", null));
    }
}
