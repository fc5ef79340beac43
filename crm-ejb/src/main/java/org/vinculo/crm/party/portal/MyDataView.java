package org.vinculo.crm.party.portal;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.vinculo.crm.party.ContactView;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.party.NeedView;

/**
 * Everything that is kept about a customer, as the customer sees it.
 *
 * @param since when the company first wrote the customer down
 * @param by who did
 * @param history who changed what, newest first
 */
public record MyDataView(
        String name,
        boolean organisation,
        LocalDate birthDate,
        String taxId,
        String language,
        String zone,
        String externalId,
        Instant since,
        String by,
        List<ContactView> contacts,
        List<NeedView> needs,
        List<Change> history)
        implements Serializable {

    public MyDataView {
        contacts = List.copyOf(contacts);
        needs = List.copyOf(needs);
        history = List.copyOf(history);
    }

    /** How many things are known: name, dates and numbers, ways to reach, needs. */
    public int facts() {
        long single = Stream.of(name, birthDate, taxId, language)
                .filter(Objects::nonNull)
                .count();
        return (int) single + contacts.size() + needs.size();
    }

    /** How many of them the customer told in the portal. */
    public int factsTold() {
        long points = contacts.stream()
                .filter(point -> point.origin() == DataOrigin.CUSTOMER)
                .count();
        long told = needs.stream()
                .filter(need -> need.origin() == DataOrigin.CUSTOMER)
                .count();
        return (int) (points + told);
    }

    /**
     * A change.
     *
     * @param mine whether a person of the customer made it in the portal
     * @param title what happened, in the customer's language
     * @param details field by field
     */
    public record Change(Instant at, boolean mine, String title, List<String> details) implements Serializable {

        public Change {
            details = List.copyOf(details);
        }
    }
}
