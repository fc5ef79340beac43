package org.vinculo.crm.activity;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * An appointment, or its series, to look at.
 *
 * @param start beginning of the first occurrence on the clock of the zone
 * @param rule how it comes again, or null
 * @param until last moment at which an occurrence may begin, or null
 * @param shown whether the customer sees it in the portal
 */
public record AppointmentView(
        String publicId,
        long version,
        String customerId,
        String customer,
        String organizerId,
        String organizer,
        String title,
        String place,
        String description,
        String zone,
        LocalDateTime start,
        Instant startsAt,
        int minutes,
        boolean allDay,
        String rule,
        LocalDateTime until,
        boolean shown,
        AppointmentState state,
        List<GuestView> guests)
        implements Serializable {

    public AppointmentView {
        guests = List.copyOf(guests);
    }

    public boolean repeats() {
        return rule != null;
    }
}
