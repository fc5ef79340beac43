package org.vinculo.crm.operations.internal;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.operations.MaintenanceView;
import org.vinculo.crm.operations.entity.MaintenanceNotice;
import org.vinculo.crm.shared.Belief;
import org.vinculo.crm.shared.Texts;

/**
 * What is announced, for every page. What the database said is believed for a few seconds, so that an announcement made
 * on one server shows on the others soon after; while the database is away the last one stands.
 */
@ApplicationScoped
public class MaintenanceBoard {

    private static final Logger LOG = Logger.getLogger(MaintenanceBoard.class.getName());
    private static final Duration BELIEVED = Duration.ofSeconds(5);

    private record Known(Optional<MaintenanceView> notice, Instant at) {}

    private volatile Known known = new Known(Optional.empty(), Instant.MIN);

    @Inject
    OperationsReads database;

    @Inject
    Clock clock;

    /** The notice as the people concerned see it. */
    public static MaintenanceView view(MaintenanceNotice notice) {
        Map<String, String> texts = new HashMap<>();
        for (Locale locale : Texts.LOCALES) {
            if (notice.textIn(locale) != null) {
                texts.put(locale.toLanguageTag(), notice.textIn(locale));
            }
        }
        return new MaintenanceView(texts, notice.getFromAt(), notice.getUntilAt(), notice.isClosed());
    }

    /** What is announced and not over yet. */
    public Optional<MaintenanceView> announced() {
        Instant now = clock.instant();
        return known(now).filter(notice -> !notice.isOver(now));
    }

    /** Asks the database again at the next page. */
    public void changed() {
        known = new Known(known.notice(), Instant.MIN);
    }

    private Optional<MaintenanceView> known(Instant now) {
        Known present = known;
        if (Belief.holds(present.at(), BELIEVED, now)) {
            return present.notice();
        }
        // whoever comes meanwhile gets what was known, and does not queue up
        known = new Known(present.notice(), now);
        try {
            Optional<MaintenanceView> fresh = database.maintenance();
            known = new Known(fresh, now);
            return fresh;
        } catch (EJBException away) {
            LOG.log(Level.WARNING, "Announced maintenance cannot be read", away);
            return present.notice();
        }
    }
}
