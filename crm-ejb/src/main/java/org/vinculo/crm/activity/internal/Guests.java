package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.activity.AppointmentForm;
import org.vinculo.crm.activity.GuestAnswer;
import org.vinculo.crm.activity.entity.Appointment;
import org.vinculo.crm.activity.entity.AppointmentChange;
import org.vinculo.crm.activity.entity.AppointmentGuest;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffMailbox;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.notification.Notices;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.notification.OutboxMail;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.EmailAddress;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.LinkSecret;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Texts;

/** Who is invited to an appointment, how they are asked, and what they said. */
@ApplicationScoped
public class Guests {

    private static final int MOST = 50;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Who who;

    @Inject
    StaffDirectory staff;

    @Inject
    Customers customers;

    @Inject
    CalendarBook book;

    @Inject
    Outbox outbox;

    @Inject
    Notices notices;

    @Inject
    Settings settings;

    public List<AppointmentGuest> of(long appointment) {
        return em.createQuery(
                        "select g from AppointmentGuest g where g.appointmentId = :id order by g.name, g.id",
                        AppointmentGuest.class)
                .setParameter("id", appointment)
                .getResultList();
    }

    public Map<Long, List<AppointmentGuest>> of(Collection<Long> appointments) {
        return appointments.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select g from AppointmentGuest g where g.appointmentId in :ids order by g.id",
                                AppointmentGuest.class)
                        .setParameter("ids", appointments)
                        .getResultStream()
                        .collect(Collectors.groupingBy(AppointmentGuest::getAppointmentId));
    }

    /** Public ids of colleagues as the people they are. */
    public List<StaffRef> colleagues(List<String> publicIds) {
        return publicIds.stream()
                .distinct()
                .map(id -> staff.byPublicId(id).orElseThrow(() -> InvalidInput.field("colleagues", "choice")))
                .toList();
    }

    /**
     * The guests are those of the form; who is not any more is told so.
     *
     * @return the guests there are now
     */
    public List<AppointmentGuest> set(Appointment appointment, CustomerRef customer, AppointmentForm form) {
        List<AppointmentGuest> known = of(appointment.getId());
        List<AppointmentGuest> now = new ArrayList<>();
        for (StaffRef colleague : colleagues(form.getColleagues())) {
            if (colleague.id() != appointment.getOrganizerId()) {
                now.add(colleague(appointment, colleague, known));
            }
        }
        if (customer != null && appointment.isShown()) {
            now.add(customer(appointment, customer, known));
        }
        for (String address : addresses(form.getAddresses())) {
            now.add(other(appointment, address, known));
        }
        if (now.size() > MOST) {
            throw InvalidInput.field("addresses", "tooLarge", MOST);
        }
        for (AppointmentGuest gone : known) {
            if (!now.contains(gone)) {
                if (form.isInvite()) {
                    mail(appointment, gone, "activity.mail.cancelled", "CANCEL", null);
                }
                em.remove(gone);
            }
        }
        now.stream().filter(guest -> guest.getId() == null).forEach(em::persist);
        em.flush();
        return now;
    }

    private AppointmentGuest colleague(Appointment appointment, StaffRef person, List<AppointmentGuest> known) {
        AppointmentGuest guest = known.stream()
                .filter(each -> Objects.equals(each.getAccountId(), person.id()))
                .findFirst()
                .orElseGet(() -> new AppointmentGuest(appointment.getId(), person.id(), null));
        Optional<StaffMailbox> mailbox = staff.mailbox(person.id());
        guest.reach(
                person.name(),
                mailbox.map(StaffMailbox::email).orElse(null),
                mailbox.map(StaffMailbox::locale).orElse(settings.language()).toLanguageTag());
        return guest;
    }

    private AppointmentGuest customer(Appointment appointment, CustomerRef customer, List<AppointmentGuest> known) {
        AppointmentGuest guest = known.stream()
                .filter(each -> Objects.equals(each.getCustomerId(), customer.id()))
                .findFirst()
                .orElseGet(() -> new AppointmentGuest(appointment.getId(), null, customer.id()));
        String email = customers.reachable(customer.id()).stream()
                .filter(point -> point.type() == ContactPointType.EMAIL)
                .map(Customers.Reachable::value)
                .findFirst()
                .orElse(null);
        Locale locale = customer.language() == null ? settings.language() : customer.language();
        guest.reach(customer.name(), email, locale.toLanguageTag());
        return guest;
    }

    private AppointmentGuest other(Appointment appointment, String address, List<AppointmentGuest> known) {
        AppointmentGuest guest = known.stream()
                .filter(each ->
                        each.getAccountId() == null && each.getCustomerId() == null && address.equals(each.getEmail()))
                .findFirst()
                .orElseGet(() -> new AppointmentGuest(appointment.getId(), null, null));
        guest.reach(address, address, settings.language().toLanguageTag());
        return guest;
    }

    private static Set<String> addresses(String typed) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String part : typed == null ? new String[0] : typed.split("[,;\\s]+", -1)) {
            if (!part.isBlank()) {
                addresses.add(EmailAddress.require("addresses", part));
            }
        }
        return addresses;
    }

    /** Asks every guest anew. */
    public void invite(Appointment appointment, List<AppointmentGuest> guests) {
        for (AppointmentGuest guest : guests) {
            String secret = LinkSecret.next();
            guest.ask(LinkSecret.hash(secret));
            mail(appointment, guest, "activity.mail.invitation", "REQUEST", secret);
            if (guest.getAccountId() != null) {
                Locale locale = Texts.supported(guest.getLanguage());
                notices.tell(
                        guest.getAccountId(),
                        appointment.getCustomerId(),
                        "calendar",
                        Texts.text(locale, "activity.notice.invited", appointment.getTitle()),
                        when(appointment, locale),
                        "/calendar/edit?id=" + appointment.getPublicId(),
                        "invite:" + guest.getPublicId() + ":" + appointment.getSequence());
            }
        }
    }

    /** Tells every guest that it does not take place. */
    public void callOff(Appointment appointment) {
        of(appointment.getId()).forEach(guest -> mail(appointment, guest, "activity.mail.cancelled", "CANCEL", null));
    }

    private void mail(Appointment appointment, AppointmentGuest guest, String template, String method, String secret) {
        if (guest.getEmail() == null) {
            return;
        }
        Locale locale = Texts.supported(guest.getLanguage());
        StaffRef organizer = organizer(appointment);
        String link = secret == null ? "" : settings.address("/portal/invitation?token=" + secret);
        OutboxMail mail = OutboxMail.of(
                        guest.getEmail(),
                        locale,
                        template,
                        guest.getName(),
                        appointment.getTitle(),
                        when(appointment, locale),
                        appointment.getPlace() == null
                                ? Texts.text(locale, "activity.appointment.noPlace")
                                : appointment.getPlace(),
                        organizer == null ? settings.companyName() : organizer.name(),
                        link + "&answer=ACCEPTED",
                        link + "&answer=DECLINED")
                .with(new OutboxMail.CalendarPart(method, file(appointment, method)));
        OutboxMail sealed = secret == null ? mail : mail.withSecret();
        outbox.enqueue(guest.getCustomerId() == null ? sealed : sealed.about(guest.getCustomerId()));
    }

    private StaffRef organizer(Appointment appointment) {
        return staff.byIds(List.of(appointment.getOrganizerId())).get(appointment.getOrganizerId());
    }

    /** On the clock of its place, with the name of the place's time. */
    String when(Appointment appointment, Locale locale) {
        ZoneId zone = ZoneId.of(appointment.getZone());
        LocalDateTime start = appointment.getStartLocal();
        if (appointment.isAllDay()) {
            return Phrases.write(Phrase.value(start.toLocalDate()), locale, zone);
        }
        Instant begins = Series.moment(start, zone);
        return Phrases.write(Phrase.value(begins), locale, zone) + " (" + zone.getId() + ")";
    }

    private String file(Appointment appointment, String method) {
        IcsWriter file = new IcsWriter(method, null, who.now());
        file.zones(List.of(appointment));
        Collection<AppointmentChange> changes = book.changes(List.of(appointment.getId()))
                .getOrDefault(appointment.getId(), Map.of())
                .values();
        StaffRef organizer = organizer(appointment);
        String mail = staff.mailbox(appointment.getOrganizerId())
                .map(StaffMailbox::email)
                .orElse(null);
        file.event(appointment, changes, of(appointment.getId()), organizer == null ? "-" : organizer.name(), mail);
        return file.toString();
    }

    /** The guest whom a link was sent to and who has not answered by it. */
    public AppointmentGuest byLink(String secret) {
        if (!LinkSecret.isWellFormed(secret)) {
            throw new NotFound();
        }
        return em.createQuery("select g from AppointmentGuest g where g.tokenHash = :hash", AppointmentGuest.class)
                .setParameter("hash", LinkSecret.hash(secret))
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Keeps the answer, uses the link up and tells the organiser. */
    public void answer(AppointmentGuest guest, GuestAnswer said) {
        guest.answer(said, who.now());
        Appointment appointment = em.find(Appointment.class, guest.getAppointmentId());
        staff.mailbox(appointment.getOrganizerId())
                .ifPresent(reader -> notices.tell(
                        appointment.getOrganizerId(),
                        appointment.getCustomerId(),
                        said == GuestAnswer.ACCEPTED ? "check" : "x",
                        Texts.text(reader.locale(), "activity.notice." + said, guest.getName(), appointment.getTitle()),
                        when(appointment, reader.locale()),
                        "/calendar/edit?id=" + appointment.getPublicId(),
                        "answer:" + guest.getPublicId() + ":" + appointment.getSequence() + ":" + said));
    }
}
