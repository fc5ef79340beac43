package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.activity.entity.Appointment;
import org.vinculo.crm.activity.entity.CalendarFeed;
import org.vinculo.crm.audit.AccessLog;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.audit.FieldChange;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffMailbox;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.LinkSecret;

/** The secret address under which a calendar program reads somebody's appointments. */
@ApplicationScoped
public class Feeds {

    private static final Duration PAST = Duration.ofDays(90);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Who who;

    @Inject
    CalendarQuery query;

    @Inject
    CalendarBook book;

    @Inject
    Guests guests;

    @Inject
    StaffDirectory staff;

    @Inject
    Settings settings;

    public Optional<CalendarFeed> of(long account) {
        return em.createQuery("select f from CalendarFeed f where f.accountId = :account", CalendarFeed.class)
                .setParameter("account", account)
                .getResultStream()
                .findFirst();
    }

    @Inject
    AccessLog access;

    @Inject
    AuditLog audit;

    /** A new address; the one before stops working. The secret is only told here. */
    public String renew(long account) {
        String secret = LinkSecret.next();
        CalendarFeed feed = of(account).orElseGet(() -> new CalendarFeed(account));
        Instant before = feed.getMadeAt();
        feed.renew(LinkSecret.hash(secret), who.now());
        keep("calendarFeed.renewed", before, feed.getMadeAt());
        if (feed.getId() == null) {
            em.persist(feed);
        }
        return secret;
    }

    public void revoke(long account) {
        of(account).ifPresent(feed -> {
            em.remove(feed);
            keep("calendarFeed.revoked", feed.getMadeAt(), null);
        });
    }

    /** When the address was made is all that is told of it: it is a secret. */
    private void keep(String action, Instant before, Instant after) {
        FieldChange made = new FieldChange("madeAt", text(before), text(after));
        audit.record(new AuditEvent(action, "calendarFeed", null, null, null, List.of(made)));
    }

    private static String text(Instant moment) {
        return moment == null ? null : moment.toString();
    }

    /** The file behind a secret; empty when there is none any more, or its owner does not work here any more. */
    public Optional<String> file(String secret) {
        if (!LinkSecret.isWellFormed(secret)) {
            return Optional.empty();
        }
        Optional<CalendarFeed> found = em.createQuery(
                        "select f from CalendarFeed f where f.tokenHash = :hash", CalendarFeed.class)
                .setParameter("hash", LinkSecret.hash(secret))
                .getResultStream()
                .findFirst();
        return found.flatMap(feed -> staff.mailbox(feed.getAccountId()).map(owner -> {
            feed.read(who.now());
            return write(feed.getAccountId(), owner);
        }));
    }

    private String write(long account, StaffMailbox owner) {
        Instant now = who.now();
        List<Appointment> appointments = query.appointmentsOf(List.of(account), now.minus(PAST), Series.FAR);
        IcsWriter file = new IcsWriter(null, settings.companyName() + ": " + owner.name(), now);
        file.zones(appointments);
        List<Long> ids = appointments.stream().map(Appointment::getId).toList();
        var changes = book.changes(ids);
        var invited = guests.of(ids);
        Set<Long> organizers =
                appointments.stream().map(Appointment::getOrganizerId).collect(Collectors.toSet());
        Map<Long, StaffRef> names = staff.byIds(organizers);
        for (Appointment appointment : appointments) {
            StaffRef organizer = names.get(appointment.getOrganizerId());
            file.event(
                    appointment,
                    changes.getOrDefault(appointment.getId(), Map.of()).values(),
                    invited.getOrDefault(appointment.getId(), List.of()),
                    organizer == null ? "-" : organizer.name(),
                    null);
        }
        access.exportedFor(
                account,
                appointments.stream()
                        .map(Appointment::getCustomerId)
                        .filter(Objects::nonNull)
                        .toList());
        return file.toString();
    }
}
