package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.activity.GuestAnswer;
import org.vinculo.crm.activity.entity.Appointment;
import org.vinculo.crm.activity.entity.AppointmentGuest;
import org.vinculo.crm.activity.portal.InvitationToAnswer;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.shared.NotFound;

/** What is behind the link of an invitation. */
@ApplicationScoped
public class InvitationLinks {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Guests guests;

    @Inject
    StaffDirectory staff;

    public InvitationToAnswer look(String secret, Locale locale) {
        Appointment appointment = planned(guests.byLink(secret));
        StaffRef organizer = staff.byIds(List.of(appointment.getOrganizerId())).get(appointment.getOrganizerId());
        return new InvitationToAnswer(
                appointment.getTitle(),
                guests.when(appointment, locale),
                appointment.getPlace(),
                organizer == null ? null : organizer.name());
    }

    public void answer(String secret, boolean comes) {
        AppointmentGuest guest = guests.byLink(secret);
        planned(guest);
        guests.answer(guest, comes ? GuestAnswer.ACCEPTED : GuestAnswer.DECLINED);
    }

    private Appointment planned(AppointmentGuest guest) {
        Appointment appointment = em.find(Appointment.class, guest.getAppointmentId());
        if (!appointment.isPlanned()) {
            throw new NotFound();
        }
        return appointment;
    }
}
