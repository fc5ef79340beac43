package org.vinculo.crm.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.operations.entity.MaintenanceNotice;
import org.vinculo.crm.operations.internal.MaintenanceBoard;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Texts;

/** Announces maintenance to everybody at both doors, and closes the doors for its time if that is wanted. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.SETTINGS_ADMIN)
public class MaintenanceService {

    private static final int LONGEST = 500;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    MaintenanceBoard board;

    /** What is announced and not over yet. */
    public Optional<MaintenanceView> announced() {
        return notices().stream()
                .map(MaintenanceBoard::view)
                .filter(view -> !view.isOver(clock.instant()))
                .findFirst();
    }

    /**
     * Announces maintenance in place of what was announced before.
     *
     * @throws InvalidInput naming {@code until} when it is over before it begins or lies in the past, or the language
     *     whose text is too long
     */
    public void announce(MaintenanceView wanted) {
        if (wanted.from() == null) {
            throw InvalidInput.field("from", "required");
        }
        if (wanted.until() == null) {
            throw InvalidInput.field("until", "required");
        }
        Instant now = clock.instant();
        if (!wanted.until().isAfter(wanted.from()) || wanted.isOver(now)) {
            throw InvalidInput.field("until", "dateOrder");
        }
        MaintenanceNotice notice = notices().stream().findFirst().orElseGet(MaintenanceNotice::new);
        notice.announce(wanted.from(), wanted.until(), wanted.closed());
        for (Locale locale : Texts.LOCALES) {
            String text = wanted.text(locale) == null
                    ? ""
                    : Normal.line(wanted.text(locale)).strip();
            if (text.length() > LONGEST) {
                throw InvalidInput.field(field(locale), "tooLong", LONGEST);
            }
            notice.say(locale, text.isEmpty() ? null : text);
        }
        em.persist(notice);
        board.changed();
    }

    /** Takes the announcement back, or ends the maintenance early. */
    public void end() {
        notices().forEach(em::remove);
        board.changed();
    }

    private static String field(Locale locale) {
        return "text_" + locale.getLanguage();
    }

    private List<MaintenanceNotice> notices() {
        return em.createQuery("select n from MaintenanceNotice n order by n.id", MaintenanceNotice.class)
                .setMaxResults(10)
                .getResultList();
    }
}
