package org.vinculo.crm.activity.portal;

import java.io.Serializable;
import java.time.Instant;
import org.vinculo.crm.activity.OccurrenceView;

/** One time at which the customer meets somebody of the house. */
public record MyAppointment(
        String publicId,
        String title,
        String place,
        Instant startsAt,
        Instant endsAt,
        boolean allDay,
        boolean repeats,
        String with)
        implements Serializable {

    static MyAppointment of(OccurrenceView view) {
        return new MyAppointment(
                view.publicId(),
                view.title(),
                view.place(),
                view.startsAt(),
                view.endsAt(),
                view.allDay(),
                view.repeats(),
                view.organizer());
    }
}
