package org.vinculo.crm.consent.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.consent.Teller;
import org.vinculo.crm.consent.Topic;
import org.vinculo.crm.consent.entity.ConsentEvidence;

/** One call that changes what a customer wants: who says so, when, and the lines it leaves in the ledger. */
public final class Change {

    private final Directory.Person person;
    private final Teller teller;
    private final Instant at;
    private final Ledger ledger;
    private final List<ConsentEvidence> written = new ArrayList<>();

    Change(Directory.Person person, Teller teller, Instant at, Ledger ledger) {
        teller.requireSource();
        this.person = person;
        this.teller = teller;
        this.at = at;
        this.ledger = ledger;
    }

    void note(Topic topic, Object before, Object after) {
        add(line(topic).change(text(before), text(after)).told(teller.toldOn(), teller.note()));
    }

    void add(ConsentEvidence.Line line) {
        written.add(ledger.add(line));
    }

    ConsentEvidence.Line line(Topic topic) {
        return ConsentEvidence.about(person.id(), topic, teller.caller(), teller.source(), at);
    }

    void requireEvidence() {
        teller.requireEvidence(today());
    }

    /** Today where the customer is. */
    LocalDate today() {
        return at.atZone(person.zone()).toLocalDate();
    }

    Directory.Person person() {
        return person;
    }

    Teller teller() {
        return teller;
    }

    Instant at() {
        return at;
    }

    List<ConsentEvidence> written() {
        return List.copyOf(written);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
