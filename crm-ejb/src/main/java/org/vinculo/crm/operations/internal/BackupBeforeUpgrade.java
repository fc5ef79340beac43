package org.vinculo.crm.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.operations.internal.data.Backup;
import org.vinculo.crm.operations.internal.data.Source;
import org.vinculo.crm.platform.BeforeUpgrade;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

/**
 * The way back from an upgrade: the embedded database and the files as they were, under the name {@code ...-upgrade}.
 * Whoever runs a database server has its tools for that; the log says so.
 */
@ApplicationScoped
public class BackupBeforeUpgrade implements BeforeUpgrade {

    private static final Logger LOG = Logger.getLogger(BackupBeforeUpgrade.class.getName());

    @Inject
    Settings settings;

    @Inject
    Product product;

    @Inject
    Clock clock;

    @Override
    public void upgrade(String from) throws Exception {
        Source database = new Source(
                settings.get(Setting.DB_URL), settings.get(Setting.DB_USER), settings.get(Setting.DB_PASSWORD));
        if (!database.isDerby() || settings.get(Setting.DB_URL).startsWith("jdbc:derby:memory")) {
            LOG.log(Level.INFO, "The schema is upgraded from {0}; the database server has the way back", from);
            return;
        }
        Backup.Made made = new Backup(
                        database, List.of(settings.dataDir(), settings.filesDir()), product.version(), clock)
                .make(settings.backupDir(), "upgrade");
        LOG.log(Level.INFO, "The schema is upgraded from {0}; as it was it lies in {1}", new Object[] {
            from, made.folder()
        });
    }
}
