package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.activity.GuestAnswer;
import org.vinculo.crm.activity.entity.Appointment;
import org.vinculo.crm.activity.entity.AppointmentGuest;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.party.TimelineEntry;
import org.vinculo.crm.party.TimelineGroup;
import org.vinculo.crm.party.Tone;

/** What a customer answered to invitations, in their story. */
@ApplicationScoped
public class AnswerPart implements Customer360Part {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CurrentCaller caller;

    @Override
    public String source() {
        return "answer";
    }

    @Override
    public int order() {
        return 62;
    }

    @Override
    public TimelineGroup group() {
        return TimelineGroup.CONVERSATION;
    }

    @Override
    public List<TimelineEntry> timeline(long customerId, TimelineCursor before, int limit) {
        if (!caller.has(Permission.ACTIVITY_VIEW)) {
            return List.of();
        }
        List<AppointmentGuest> answers = em.createQuery(
                        "select g from AppointmentGuest g where g.customerId = :customer and g.answeredAt is not null"
                                + " and (g.answeredAt < :at or (g.answeredAt = :at and g.id < :below))"
                                + " order by g.answeredAt desc, g.id desc",
                        AppointmentGuest.class)
                .setParameter("customer", customerId)
                .setParameter("at", before.at())
                .setParameter("below", before.idBelow(source()))
                .setMaxResults(limit)
                .getResultList();
        if (answers.isEmpty()) {
            return List.of();
        }
        Map<Long, Appointment> appointments = em.createQuery(
                        "select a from Appointment a where a.id in :ids", Appointment.class)
                .setParameter(
                        "ids",
                        answers.stream()
                                .map(AppointmentGuest::getAppointmentId)
                                .distinct()
                                .toList())
                .getResultStream()
                .collect(Collectors.toMap(Appointment::getId, Function.identity()));
        return answers.stream()
                .map(answer -> entry(answer, appointments.get(answer.getAppointmentId())))
                .toList();
    }

    private TimelineEntry entry(AppointmentGuest guest, Appointment appointment) {
        boolean comes = guest.getAnswer() == GuestAnswer.ACCEPTED;
        return new TimelineEntry(
                guest.getAnsweredAt(),
                source(),
                guest.getId(),
                appointment.getPublicId(),
                "answer",
                comes ? "check" : "x",
                comes ? Tone.POSITIVE : Tone.NEUTRAL,
                Phrase.of(
                        comes ? "activity.timeline.ACCEPTED" : "activity.timeline.DECLINED",
                        guest.getName(),
                        appointment.getTitle()),
                List.of(),
                null,
                null,
                null);
    }
}
