package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.activity.AppointmentState;
import org.vinculo.crm.activity.entity.Appointment;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.RelatedRecord;
import org.vinculo.crm.party.RelatedRecords;

/** Appointments, as what a conversation or message can be about; customers see those that are shown to them. */
@ApplicationScoped
public class RelatedAppointments implements RelatedRecords {

    private static final String ALL =
            "select a from Appointment a where a.customerId = :customer and a.state <> :cancelled";
    private static final String SHOWN = ALL + " and a.shown = true";
    private static final String ORDER = " order by a.startLocal desc, a.id desc";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CalendarBook book;

    @Inject
    CurrentCaller caller;

    @Override
    public String type() {
        return "appointment";
    }

    @Override
    public List<RelatedRecord> recent(long customerId, int atMost) {
        if (!sees(customerId)) {
            return List.of();
        }
        String wanted = caller.get().isCustomer(customerId) ? SHOWN + ORDER : ALL + ORDER;
        return em.createQuery(wanted, Appointment.class)
                .setParameter("customer", customerId)
                .setParameter("cancelled", AppointmentState.CANCELLED)
                .setMaxResults(atMost)
                .getResultStream()
                .map(this::record)
                .toList();
    }

    @Override
    public Optional<RelatedRecord> find(long customerId, String publicId) {
        if (!sees(customerId)) {
            return Optional.empty();
        }
        return book.find(publicId)
                .filter(each -> each.getCustomerId() != null && each.getCustomerId() == customerId)
                .filter(each -> each.isShown() || !caller.get().isCustomer(customerId))
                .map(this::record);
    }

    private boolean sees(long customerId) {
        return caller.get().isCustomer(customerId) || caller.has(Permission.ACTIVITY_VIEW);
    }

    private RelatedRecord record(Appointment appointment) {
        boolean own = caller.get().isCustomer(appointment.getCustomerId());
        return new RelatedRecord(
                type(),
                appointment.getPublicId(),
                Phrase.of(
                        "activity.related.appointment",
                        appointment.getTitle(),
                        appointment.getStartLocal().toLocalDate()),
                own ? "/appointments" : "/calendar/edit");
    }
}
