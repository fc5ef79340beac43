package org.vinculo.crm.privacy;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A request about personal data.
 *
 * @param customer public id
 * @param words what the person wrote; null once the person was forgotten
 * @param dueOn last day on which the law lets it be answered
 * @param late whether it is open and that day is over
 */
public record RequestView(
        String publicId,
        String customer,
        String customerName,
        RequestKind kind,
        RequestState state,
        String words,
        boolean byCustomer,
        Instant receivedAt,
        String receivedBy,
        LocalDate dueOn,
        boolean late,
        Instant answeredAt,
        String answeredBy,
        String answer)
        implements Serializable {}
