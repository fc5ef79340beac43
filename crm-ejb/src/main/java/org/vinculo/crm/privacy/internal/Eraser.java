package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.privacy.ErasureLine;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalFate;
import org.vinculo.crm.shared.PersonalTable;
import org.vinculo.crm.shared.PersonalTrace;

/** Forgets a customer, room by room. Every step finds its rows anew, so that one that is done twice does nothing. */
@ApplicationScoped
public class Eraser {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    PersonalMap map;

    @Inject
    PersonalReader reader;

    /** What would go, what would stay and why; kinds without anything are left out. */
    public List<ErasureLine> preview(long customerId) {
        List<ErasureLine> lines = new ArrayList<>();
        for (PersonalDataPart part : map.parts()) {
            for (PersonalTrace trace : part.traces(customerId)) {
                add(lines, new ErasureLine(trace.code(), trace.count(), PersonalFate.DELETED, null));
            }
            for (PersonalTable table : part.tables()) {
                long count = reader.count(table, customerId);
                add(lines, new ErasureLine(table.code(), count, table.fate(), table.ground()));
            }
        }
        return lines;
    }

    private static void add(List<ErasureLine> lines, ErasureLine line) {
        if (line.count() > 0) {
            lines.add(line);
        }
    }

    /** Steps of an erasure: one a room. */
    public int steps() {
        return map.parts().size();
    }

    /** What the room with the given place does. */
    public void step(long customerId, int place) {
        PersonalDataPart part = map.parts().get(place);
        part.eraseTraces(customerId);
        for (PersonalTable table : part.tables()) {
            PersonalTable.Statement erase = table.erase();
            if (erase != null) {
                em.createNativeQuery(erase.sql()).setParameter(1, customerId).executeUpdate();
            }
        }
    }
}
