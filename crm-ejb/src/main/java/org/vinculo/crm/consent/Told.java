package org.vinculo.crm.consent;

import java.io.Serializable;
import java.time.LocalDate;
import org.vinculo.crm.identity.Caller;

/** How somebody who speaks for the customer knows what the customer wants. */
public record Told(Source source, LocalDate on, String note) implements Serializable {

    public Teller by(Caller caller) {
        return new Teller(caller, source, on, note);
    }
}
