package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.activity.CalendarImportResult;
import org.vinculo.crm.activity.entity.Appointment;
import org.vinculo.crm.activity.entity.AppointmentChange;

/** Takes calendar files in: events that are there by their number are changed, so that a file can be read again. */
@ApplicationScoped
public class CalendarFiles {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Who who;

    @Inject
    CalendarBook book;

    public CalendarImportResult take(byte[] file, long account) {
        IcsReader.Content content = new IcsReader(who.zone()).read(file);
        int created = 0;
        int changed = 0;
        for (IcsReader.Event event : content.events()) {
            Appointment known = known(account, event.uid());
            Appointment appointment =
                    known == null ? new Appointment(account, event.uid(), who.now(), who.name()) : known;
            appointment.say(event.title(), event.place(), event.description());
            appointment.take(
                    event.start(), event.minutes(), event.allDay(), event.zone().getId());
            appointment.repeat(event.rule(), event.until());
            book.reach(appointment, Map.of());
            if (known == null) {
                em.persist(appointment);
                created++;
            } else {
                appointment.next();
                forget(known);
                changed++;
            }
            em.flush();
            differences(appointment, event);
        }
        return new CalendarImportResult(created, changed, content.left());
    }

    private Appointment known(long account, String uid) {
        return em.createQuery(
                        "select a from Appointment a where a.organizerId = :account and a.uid = :uid",
                        Appointment.class)
                .setParameter("account", account)
                .setParameter("uid", uid)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private void forget(Appointment appointment) {
        book.changes(List.of(appointment.getId()))
                .getOrDefault(appointment.getId(), Map.of())
                .values()
                .forEach(em::remove);
        em.flush();
    }

    private void differences(Appointment appointment, IcsReader.Event event) {
        Map<LocalDateTime, AppointmentChange> changes = new HashMap<>();
        for (LocalDateTime without : event.without()) {
            changes.computeIfAbsent(without, time -> new AppointmentChange(appointment.getId(), time))
                    .cancel();
        }
        for (IcsReader.Other other : event.others()) {
            changes.computeIfAbsent(other.original(), time -> new AppointmentChange(appointment.getId(), time))
                    .differ(
                            other.start(),
                            other.minutes() == event.minutes() ? null : other.minutes(),
                            event.title().equals(other.title()) ? null : other.title(),
                            other.place());
        }
        changes.values().forEach(em::persist);
        book.reach(appointment, changes);
    }
}
