package org.vinculo.crm.activity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vinculo.crm.activity.entity.Appointment;
import org.vinculo.crm.activity.entity.AppointmentGuest;
import org.vinculo.crm.activity.internal.CalendarBook;
import org.vinculo.crm.activity.internal.CalendarFiles;
import org.vinculo.crm.activity.internal.CalendarQuery;
import org.vinculo.crm.activity.internal.Feeds;
import org.vinculo.crm.activity.internal.Guests;
import org.vinculo.crm.activity.internal.Who;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;

/**
 * Appointments with customers and colleagues. One's own and those one is invited to are always reached, others through
 * their customer or, where the permission reaches the team, through their organiser; only the organiser, or whoever reaches
 * all, changes them.
 */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.ACTIVITY_VIEW)
public class CalendarService {

    private static final Duration LONGEST_LOOK = Duration.ofDays(400);
    private static final int LOOKED_AT = 10;

    @Inject
    Customers customers;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffDirectory staff;

    @Inject
    CalendarBook book;

    @Inject
    CalendarQuery query;

    @Inject
    CalendarFiles files;

    @Inject
    Guests guests;

    @Inject
    Feeds feeds;

    @Inject
    Who who;

    /**
     * What takes place in a time, at most 400 days.
     *
     * @param team also of the colleagues of the caller's team, where the permission reaches them
     */
    public List<OccurrenceView> between(Instant from, Instant to, boolean team) {
        Instant end = to.isAfter(from.plus(LONGEST_LOOK)) ? from.plus(LONGEST_LOOK) : to;
        return query.ofPeople(people(team), from, end);
    }

    private List<Long> people(boolean team) {
        Long own = who.account();
        if (own == null) {
            return List.of();
        }
        boolean wide = team && who.team() != null && caller.scope(Permission.ACTIVITY_VIEW) != Scope.OWN;
        return wide ? staff.ofTeam(who.team()).stream().map(StaffRef::id).toList() : List.of(own);
    }

    /** With a customer, in a time. */
    public List<OccurrenceView> ofCustomer(String customerPublicId, Instant from, Instant to) {
        CustomerRef customer = customers.require(customerPublicId, Permission.ACTIVITY_VIEW);
        return query.ofCustomer(customer.id(), false, from, to);
    }

    /** @throws NotFound when there is none or it is out of reach */
    public AppointmentView get(String publicId) {
        return view(require(publicId));
    }

    /** The form of an appointment; of a series with the time of one occurrence. */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public AppointmentForm form(String publicId, LocalDateTime occurrence) {
        Appointment appointment = changeable(publicId);
        AppointmentView view = view(appointment);
        AppointmentForm form = new AppointmentForm();
        form.setPublicId(view.publicId());
        form.setVersion(view.version());
        form.setOccurrence(occurrence);
        form.setTitle(view.title());
        form.setPlace(view.place());
        form.setDescription(view.description());
        form.setCustomer(view.customerId());
        LocalDateTime start = occurrence == null ? view.start() : occurrence;
        form.setDay(start.toLocalDate());
        form.setTime(view.allDay() ? null : start.toLocalTime());
        form.setMinutes(view.minutes());
        form.setAllDay(view.allDay());
        form.setZone(view.zone());
        form.setScope(SeriesScope.THIS);
        form.setShown(view.shown());
        form.setColleagues(new java.util.ArrayList<>(view.guests().stream()
                .map(GuestView::account)
                .filter(java.util.Objects::nonNull)
                .toList()));
        form.setAddresses(view.guests().stream()
                .filter(guest -> guest.account() == null && !guest.customer())
                .map(GuestView::email)
                .collect(Collectors.joining(", ")));
        CalendarBook.show(appointment, form);
        return form;
    }

    public List<StaffRef> people() {
        return staff.active();
    }

    /** When guests and the organiser have something else; at most the next ten occurrences are looked at. */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public List<BusyTime> busy(AppointmentForm form) {
        Long own = who.account();
        if (own == null || form.getDay() == null || form.isAllDay() || form.getTime() == null) {
            return List.of();
        }
        Map<Long, String> people = new LinkedHashMap<>();
        people.put(own, who.name());
        guests.colleagues(form.getColleagues()).forEach(person -> people.put(person.id(), person.name()));
        return query.busy(people, book.times(form, LOOKED_AT), form.getPublicId());
    }

    /** @throws InvalidInput with every field that is wrong */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public AppointmentView make(AppointmentForm form) {
        Long own = who.account();
        if (own == null) {
            throw new NotAllowed();
        }
        CustomerRef customer = customer(form.getCustomer());
        Appointment appointment = book.make(customer, form, own);
        invite(appointment, customer, form);
        return view(appointment);
    }

    /** @throws ConcurrentChange when it was changed or cancelled meanwhile */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public AppointmentView change(AppointmentForm form) {
        Appointment appointment = changeable(form.getPublicId());
        CustomerRef present = appointment.getCustomerId() == null
                ? null
                : customers.find(appointment.getCustomerId()).orElse(null);
        boolean same = present != null && present.publicId().equals(form.getCustomer());
        CustomerRef customer = same ? present : customer(form.getCustomer());
        Appointment holder = book.change(appointment, customer, form);
        invite(holder, customer, form);
        return view(holder);
    }

    private void invite(Appointment appointment, CustomerRef customer, AppointmentForm form) {
        List<AppointmentGuest> invited = guests.set(appointment, customer, form);
        if (form.isInvite()) {
            guests.invite(appointment, invited);
        }
    }

    /**
     * It does not take place; guests are told.
     *
     * @param occurrence of a series, null for the first
     */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public void cancel(String publicId, SeriesScope scope, LocalDateTime occurrence) {
        Appointment appointment = changeable(publicId);
        if (book.cancel(appointment, scope, occurrence)) {
            guests.callOff(appointment);
        } else {
            guests.invite(appointment, guests.of(appointment.getId()));
        }
    }

    /** A guest who works here answers. */
    public void answer(String publicId, boolean comes) {
        Appointment appointment = require(publicId);
        AppointmentGuest guest = guests.of(appointment.getId()).stream()
                .filter(each ->
                        each.getAccountId() != null && each.getAccountId().equals(who.account()))
                .findFirst()
                .orElseThrow(NotFound::new);
        guests.answer(guest, comes ? GuestAnswer.ACCEPTED : GuestAnswer.DECLINED);
    }

    /** What is known of the caller's secret address; empty without one. */
    public Optional<FeedView> feed() {
        return who.account() == null
                ? Optional.empty()
                : feeds.of(who.account()).map(feed -> new FeedView(feed.getMadeAt(), feed.getReadAt()));
    }

    /** The secret of a new address; it is told once, and the one before stops working. */
    public String renewFeed() {
        return feeds.renew(own());
    }

    public void revokeFeed() {
        feeds.revoke(own());
    }

    /**
     * Takes a calendar file into the caller's calendar.
     *
     * @throws InvalidInput on {@code file} when it is no calendar that can be read safely
     */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public CalendarImportResult take(byte[] file) {
        return files.take(file, own());
    }

    private long own() {
        Long own = who.account();
        if (own == null) {
            throw new NotAllowed();
        }
        return own;
    }

    private CustomerRef customer(String publicId) {
        return publicId == null ? null : customers.require(publicId, Permission.ACTIVITY_EDIT);
    }

    private Appointment require(String publicId) {
        return book.find(publicId)
                .filter(appointment -> isOwn(appointment)
                        || isInvited(appointment)
                        || reachesOrganizer(appointment)
                        || appointment.getCustomerId() != null
                                && customers.reaches(appointment.getCustomerId(), Permission.ACTIVITY_VIEW))
                .orElseThrow(NotFound::new);
    }

    private Appointment changeable(String publicId) {
        Appointment appointment = require(publicId);
        if (!isOwn(appointment) && caller.scope(Permission.ACTIVITY_EDIT) != Scope.ALL) {
            throw new NotFound();
        }
        return appointment;
    }

    /** Whether the caller may change it. */
    public boolean mayChange(String publicId) {
        Appointment appointment = require(publicId);
        return caller.has(Permission.ACTIVITY_EDIT)
                && appointment.isPlanned()
                && (isOwn(appointment) || caller.scope(Permission.ACTIVITY_EDIT) == Scope.ALL);
    }

    private boolean isOwn(Appointment appointment) {
        return Long.valueOf(appointment.getOrganizerId()).equals(who.account());
    }

    private boolean isInvited(Appointment appointment) {
        return who.account() != null
                && guests.of(appointment.getId()).stream()
                        .anyMatch(guest -> who.account().equals(guest.getAccountId()));
    }

    private boolean reachesOrganizer(Appointment appointment) {
        Scope reach = caller.scope(Permission.ACTIVITY_VIEW);
        if (reach == Scope.OWN) {
            return false;
        }
        StaffRef organizer = staff.byIds(List.of(appointment.getOrganizerId())).get(appointment.getOrganizerId());
        return reach == Scope.ALL
                || organizer != null && who.team() != null && who.team().equals(organizer.teamId());
    }

    private AppointmentView view(Appointment appointment) {
        CustomerRef customer = appointment.getCustomerId() == null
                ? null
                : customers.find(appointment.getCustomerId()).orElse(null);
        List<AppointmentGuest> invited = guests.of(appointment.getId());
        Map<Long, StaffRef> people = staff.byIds(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(appointment.getOrganizerId()),
                        invited.stream().map(AppointmentGuest::getAccountId).filter(java.util.Objects::nonNull))
                .collect(Collectors.toSet()));
        StaffRef organizer = people.get(appointment.getOrganizerId());
        return new AppointmentView(
                appointment.getPublicId(),
                appointment.getVersion(),
                customer == null ? null : customer.publicId(),
                customer == null ? null : customer.name(),
                organizer == null ? null : organizer.publicId(),
                organizer == null ? null : organizer.name(),
                appointment.getTitle(),
                appointment.getPlace(),
                appointment.getDescription(),
                appointment.getZone(),
                appointment.getStartLocal(),
                appointment
                        .getStartLocal()
                        .atZone(ZoneId.of(appointment.getZone()))
                        .toInstant(),
                appointment.getMinutes(),
                appointment.isAllDay(),
                appointment.getRule(),
                appointment.getUntilLocal(),
                appointment.isShown(),
                appointment.getState(),
                invited.stream().map(guest -> guest(guest, people)).toList());
    }

    private static GuestView guest(AppointmentGuest guest, Map<Long, StaffRef> people) {
        StaffRef person = guest.getAccountId() == null ? null : people.get(guest.getAccountId());
        return new GuestView(
                guest.getPublicId(),
                guest.getName(),
                guest.getEmail(),
                person == null ? null : person.publicId(),
                guest.getCustomerId() != null,
                guest.getAnswer(),
                guest.getAnsweredAt());
    }
}
