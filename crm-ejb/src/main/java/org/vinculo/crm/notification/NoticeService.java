package org.vinculo.crm.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.notification.entity.Notice;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** What the caller was told; nobody reads somebody else's notices. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.STAFF)
public class NoticeService {

    private static final int COUNTED = 100;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** Newest first. */
    public Page<NoticeView> list(PageRequest page) {
        Long account = account();
        if (account == null) {
            return Page.empty();
        }
        List<NoticeView> rows = em.createQuery(
                        "select n from Notice n where n.accountId = :account order by n.madeAt desc, n.id desc",
                        Notice.class)
                .setParameter("account", account)
                .setFirstResult(page.first())
                .setMaxResults(page.size())
                .getResultStream()
                .map(Notice::view)
                .toList();
        long total = em.createQuery("select count(n) from Notice n where n.accountId = :account", Long.class)
                .setParameter("account", account)
                .getSingleResult();
        return new Page<>(rows, total, false);
    }

    /** How many the caller has not read, 100 at most. */
    public int unseen() {
        Long account = account();
        return account == null
                ? 0
                : em.createQuery(
                                "select n.id from Notice n where n.accountId = :account and n.seenAt is null",
                                Long.class)
                        .setParameter("account", account)
                        .setMaxResults(COUNTED)
                        .getResultList()
                        .size();
    }

    /** Everything the caller was told until now counts as read. */
    public void seen() {
        Long account = account();
        if (account != null) {
            em.createQuery("update Notice n set n.seenAt = :now where n.accountId = :account and n.seenAt is null")
                    .setParameter("now", clock.instant())
                    .setParameter("account", account)
                    .executeUpdate();
        }
    }

    private Long account() {
        Caller who = caller.get();
        return who.kind() == Caller.Kind.STAFF ? who.accountId() : null;
    }
}
