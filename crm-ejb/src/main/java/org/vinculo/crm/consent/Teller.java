package org.vinculo.crm.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;

/**
 * Who tells the company what a customer wants, and what proves it.
 *
 * @param caller who enters it
 * @param source where the word came from
 * @param toldOn the day the customer said it, when somebody else enters it
 * @param note what was said, in a few words, or where the proof lies
 */
public record Teller(Caller caller, Source source, LocalDate toldOn, String note) {

    public static final int LONGEST_NOTE = 1000;

    public Teller {
        note = note == null || note.isBlank() ? null : note.strip();
        if (note != null && note.length() > LONGEST_NOTE) {
            throw InvalidInput.field("note", "tooLong", LONGEST_NOTE);
        }
    }

    /** The customer in person, in the portal. */
    public static Teller inPerson(Caller customer) {
        return new Teller(customer, Source.PORTAL, null, null);
    }

    public boolean isThePerson() {
        return caller.kind() == Caller.Kind.CUSTOMER;
    }

    /** @throws InvalidInput when somebody else speaks for the customer and does not say where they know it from */
    public void requireSource() {
        if (!hasSource()) {
            throw InvalidInput.field("source", "consent.error.sourceMissing");
        }
    }

    /** @throws InvalidInput when somebody else says yes for the customer without the proof of it */
    public void requireEvidence(LocalDate today) {
        if (isThePerson()) {
            return;
        }
        List<FieldError> missing = new ArrayList<>();
        if (!hasSource()) {
            missing.add(FieldError.of("source", "consent.error.sourceMissing"));
        }
        if (toldOn == null) {
            missing.add(FieldError.of("toldOn", "consent.error.dayMissing"));
        } else if (toldOn.isAfter(today)) {
            missing.add(FieldError.of("toldOn", "consent.error.dayInFuture"));
        }
        if (note == null) {
            missing.add(FieldError.of("note", "consent.error.noteMissing"));
        }
        InvalidInput.throwIfAny(missing);
    }

    private boolean hasSource() {
        if (source == null) {
            return false;
        }
        return caller.kind() != Caller.Kind.STAFF || source.isForStaff();
    }
}
