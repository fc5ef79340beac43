package org.vinculo.crm.interaction.internal.mail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.vinculo.crm.interaction.entity.Mailbox;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;

/**
 * How far the mailbox was read. Each mail is kept in a transaction of its own in which the place moves on: after a kill the
 * reading goes on exactly there, and two servers that read at once cannot both keep one.
 */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailboxLedger {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    MailDesk desk;

    /** Where to go on. @param validity the present numbering of the server; another one than known starts anew */
    public long place(String name, long validity, long startAfter) {
        Mailbox mailbox = find(name).orElse(null);
        if (mailbox == null) {
            mailbox = new Mailbox(name);
            mailbox.numberedAnew(validity, startAfter);
            em.persist(mailbox);
        } else if (mailbox.getUidValidity() != validity) {
            mailbox.numberedAnew(validity, startAfter);
        }
        return mailbox.getLastUid();
    }

    public boolean isKnown(String name, long validity) {
        return find(name)
                .filter(mailbox -> mailbox.getUidValidity() == validity)
                .isPresent();
    }

    /** Keeps one mail and moves on behind it. @throws ConcurrentChange when somebody else did meanwhile */
    public void keep(String name, long uid, IncomingMail mail) {
        Mailbox mailbox = find(name).orElseThrow(ConcurrentChange::new);
        if (mailbox.getLastUid() >= uid) {
            return;
        }
        desk.take(mail, name + "/" + mailbox.getUidValidity() + "/" + uid);
        mailbox.reached(uid);
    }

    /** Moves on behind numbers that no mail has any more. */
    public void skip(String name, long uid) {
        find(name).ifPresent(mailbox -> mailbox.reached(uid));
    }

    /** Notes when it was looked into, and what went wrong, or null. */
    public void looked(String name, String failure) {
        Mailbox mailbox = find(name).orElse(null);
        if (mailbox == null) {
            mailbox = new Mailbox(name);
            em.persist(mailbox);
        }
        String shown = failure == null || failure.length() <= 300 ? failure : failure.substring(0, 300);
        mailbox.looked(clock.instant(), shown);
    }

    private Optional<Mailbox> find(String name) {
        return em.createQuery("select b from Mailbox b where b.name = :name", Mailbox.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }
}
