package org.vinculo.crm.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.vinculo.crm.notification.entity.Notice;
import org.vinculo.crm.shared.Normal;

/** Tells members of staff something inside the application, in the transaction that causes it. */
@ApplicationScoped
public class Notices {

    private static final int LENGTH = 300;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    /**
     * Tells it once.
     *
     * @param icon name of an icon
     * @param title in the reader's language
     * @param note in the reader's language, or null
     * @param link address of a page below the context of the back office, or null
     * @param key a second notice with the same key is not stored
     */
    public void tell(long accountId, String icon, String title, String note, String link, String key) {
        boolean known = em.createQuery("select count(n) from Notice n where n.idempotencyKey = :key", Long.class)
                        .setParameter("key", key)
                        .getSingleResult()
                > 0;
        if (!known) {
            em.persist(new Notice(accountId, icon, fitting(title), fitting(note), link, key, clock.instant()));
        }
    }

    private static String fitting(String text) {
        String line = Normal.line(text);
        return line == null || line.length() <= LENGTH ? line : line.substring(0, LENGTH - 1) + "…";
    }
}
