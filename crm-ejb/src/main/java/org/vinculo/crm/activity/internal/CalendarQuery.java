package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.activity.BusyTime;
import org.vinculo.crm.activity.OccurrenceView;
import org.vinculo.crm.activity.entity.Appointment;
import org.vinculo.crm.activity.entity.AppointmentChange;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;

/** What takes place in a time. */
@ApplicationScoped
public class CalendarQuery {

    private static final int MOST_APPOINTMENTS = 2000;
    private static final int MOST_OCCURRENCES = 500;
    private static final int ALL_OF_THEM = 5000;
    private static final String PLANNED = "select a from Appointment a where"
            + " a.state = org.vinculo.crm.activity.AppointmentState.PLANNED and a.firstAt < :to and a.lastAt > :from";
    private static final String OF_PEOPLE = " and (a.organizerId in :people or exists (select g from AppointmentGuest g"
            + " where g.appointmentId = a.id and g.accountId in :people"
            + " and g.answer <> org.vinculo.crm.activity.GuestAnswer.DECLINED))";
    private static final String IN_ORDER = " order by a.firstAt, a.id";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CalendarBook book;

    @Inject
    Customers customers;

    @Inject
    StaffDirectory staff;

    @Inject
    Who who;

    /** Of people, as organisers or guests who did not decline. */
    public List<OccurrenceView> ofPeople(Collection<Long> people, Instant from, Instant to) {
        if (people.isEmpty()) {
            return List.of();
        }
        return views(appointmentsOf(people, from, to), from, to);
    }

    List<Appointment> appointmentsOf(Collection<Long> people, Instant from, Instant to) {
        return em.createQuery(PLANNED + OF_PEOPLE + IN_ORDER, Appointment.class)
                .setParameter("people", people)
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(MOST_APPOINTMENTS)
                .getResultList();
    }

    /** With a customer; only what the customer sees when asked for by the customer. */
    public List<OccurrenceView> ofCustomer(long customer, boolean shownOnly, Instant from, Instant to) {
        List<Appointment> found = em.createQuery(
                        PLANNED + " and a.customerId = :customer" + (shownOnly ? " and a.shown = true" : "") + IN_ORDER,
                        Appointment.class)
                .setParameter("customer", customer)
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(MOST_APPOINTMENTS)
                .getResultList();
        return views(found, from, to);
    }

    private List<OccurrenceView> views(List<Appointment> appointments, Instant from, Instant to) {
        Map<Long, Map<LocalDateTime, AppointmentChange>> changes =
                book.changes(appointments.stream().map(Appointment::getId).toList());
        Map<Long, StaffRef> organizers = staff.byIds(
                appointments.stream().map(Appointment::getOrganizerId).collect(Collectors.toSet()));
        Map<Long, CustomerRef> names = customers.find(appointments.stream()
                .map(Appointment::getCustomerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Set<Long> mine = invitedTo(appointments);
        List<OccurrenceView> views = new ArrayList<>();
        for (Appointment appointment : appointments) {
            StaffRef organizer = organizers.get(appointment.getOrganizerId());
            CustomerRef customer = appointment.getCustomerId() == null ? null : names.get(appointment.getCustomerId());
            boolean own = Long.valueOf(appointment.getOrganizerId()).equals(who.account())
                    || mine.contains(appointment.getId());
            CalendarBook.series(appointment, changes.getOrDefault(appointment.getId(), Map.of()))
                    .between(from, to, MOST_OCCURRENCES)
                    .forEach(one -> views.add(view(appointment, one, organizer, customer, own)));
        }
        views.sort(Comparator.comparing(OccurrenceView::startsAt).thenComparing(OccurrenceView::publicId));
        return views.size() > ALL_OF_THEM ? views.subList(0, ALL_OF_THEM) : views;
    }

    private Set<Long> invitedTo(List<Appointment> appointments) {
        if (appointments.isEmpty() || who.account() == null) {
            return Set.of();
        }
        return new HashSet<>(em.createQuery(
                        "select g.appointmentId from AppointmentGuest g where g.accountId = :own"
                                + " and g.appointmentId in :ids",
                        Long.class)
                .setParameter("own", who.account())
                .setParameter(
                        "ids", appointments.stream().map(Appointment::getId).toList())
                .getResultList());
    }

    private static OccurrenceView view(
            Appointment appointment, Series.Occurrence one, StaffRef organizer, CustomerRef customer, boolean own) {
        AppointmentChange change = one.change();
        return new OccurrenceView(
                appointment.getPublicId(),
                one.original(),
                change == null || change.getTitle() == null ? appointment.getTitle() : change.getTitle(),
                change == null || change.getPlace() == null ? appointment.getPlace() : change.getPlace(),
                one.startsAt(),
                one.endsAt(),
                appointment.isAllDay(),
                appointment.getRule() != null,
                organizer == null ? null : organizer.name(),
                customer == null ? null : customer.publicId(),
                customer == null ? null : customer.name(),
                own);
    }

    /** When people have something else at the given times; the appointment itself does not count. */
    public List<BusyTime> busy(Map<Long, String> people, List<Series.Occurrence> times, String except) {
        List<BusyTime> busy = new ArrayList<>();
        if (people.isEmpty() || times.isEmpty()) {
            return busy;
        }
        Instant from = times.get(0).startsAt();
        Instant to = times.get(times.size() - 1).endsAt();
        people.forEach((id, name) -> ofPeople(List.of(id), from, to).stream()
                .filter(other -> !other.publicId().equals(except) && !other.allDay())
                .filter(other -> times.stream()
                        .anyMatch(time -> other.startsAt().isBefore(time.endsAt())
                                && other.endsAt().isAfter(time.startsAt())))
                .limit(10)
                .forEach(other -> busy.add(new BusyTime(name, other.startsAt(), other.endsAt()))));
        busy.sort(Comparator.comparing(BusyTime::from).thenComparing(BusyTime::name));
        return busy;
    }
}
