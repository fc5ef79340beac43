package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalTable;
import org.vinculo.crm.shared.RetentionRule;

/** What all rooms declare, in the order in which it can be removed. */
@ApplicationScoped
public class PersonalMap {

    @Inject
    Instance<PersonalDataPart> parts;

    /** A table and the room that answers for it. */
    public record Entry(String room, PersonalTable table) {}

    public List<PersonalDataPart> parts() {
        return parts.stream()
                .sorted(Comparator.comparingInt(PersonalDataPart::order).thenComparing(PersonalDataPart::room))
                .toList();
    }

    public List<Entry> tables() {
        return parts().stream()
                .flatMap(part -> part.tables().stream().map(table -> new Entry(part.room(), table)))
                .toList();
    }

    public List<RetentionRule> rules() {
        return parts().stream().flatMap(part -> part.retention().stream()).toList();
    }
}
