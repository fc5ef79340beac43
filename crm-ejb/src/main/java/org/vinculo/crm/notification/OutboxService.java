package org.vinculo.crm.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.SecurityEvent;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.notification.entity.OutboxMessage;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** The outbox as the administrator reads it. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.OUTBOX_VIEW)
public class OutboxService {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    CurrentCaller callers;

    @Inject
    StaffDirectory staff;

    @Inject
    Event<SecurityEvent> events;

    public boolean hasMailServer() {
        return settings.hasMailServer();
    }

    /** Messages newest first; any state when {@code state} is null. */
    public Page<OutboxView> list(OutboxState state, PageRequest page) {
        String where = state == null ? "" : " where m.state = :state";
        TypedQuery<Long> count = em.createQuery("select count(m) from OutboxMessage m".concat(where), Long.class);
        TypedQuery<OutboxMessage> rows = em.createQuery(
                "select m from OutboxMessage m".concat(where).concat(" order by m.createdAt desc, m.id desc"),
                OutboxMessage.class);
        if (state != null) {
            count.setParameter("state", state);
            rows.setParameter("state", state);
        }
        List<OutboxView> items = rows.setFirstResult(page.first())
                .setMaxResults(page.size())
                .getResultStream()
                .map(message -> message.view().withoutSecret())
                .toList();
        return new Page<>(items, count.getSingleResult(), false);
    }

    /** How many messages are in each state; states without one are left out. */
    public Map<OutboxState, Long> counts() {
        Map<OutboxState, Long> counts = new EnumMap<>(OutboxState.class);
        em.createQuery("select m.state, count(m) from OutboxMessage m group by m.state", Object[].class)
                .getResultStream()
                .forEach(row -> counts.put((OutboxState) row[0], (Long) row[1]));
        return counts;
    }

    /**
     * One message with its text. One that opens an account is read by those who administer users, as long as it is not
     * the account of somebody mightier, and that they read it is kept in the audit trail.
     *
     * @throws NotFound when there is no such message
     */
    public OutboxView get(String publicId) {
        OutboxMessage message = message(publicId);
        OutboxView view = message.view();
        if (view.secret() && !mayOpen(view.toAddress())) {
            return view.withoutSecret();
        }
        if (view.secret() && view.body() != null) {
            events.fire(new SecurityEvent("outbox.read", null, "mail", publicId, message.getCustomerId(), null));
        }
        return view;
    }

    private boolean mayOpen(String account) {
        return callers.has(Permission.USER_ADMIN) && !staff.isMightier(account, callers.get());
    }

    /**
     * Tries a failed message again.
     *
     * @throws NotFound when there is no such message or it has not failed
     */
    @RolesAllowed(Permission.Code.SETTINGS_ADMIN)
    public void retry(String publicId) {
        OutboxMessage message = message(publicId);
        if (message.getState() != OutboxState.FAILED || message.getBody() == null) {
            throw new NotFound();
        }
        message.retry(clock.instant());
        events.fire(new SecurityEvent("outbox.retried", null, "mail", publicId, message.getCustomerId(), null));
    }

    private OutboxMessage message(String publicId) {
        return em.createQuery("select m from OutboxMessage m where m.publicId = :id", OutboxMessage.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
