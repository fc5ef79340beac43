package org.vinculo.crm.cadence.internal;

import static org.vinculo.crm.shared.PersonalPurpose.RELATIONSHIP;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalTable;

/** When the customer should be spoken with next. */
@ApplicationScoped
public class CadencePersonalData implements PersonalDataPart {

    @Override
    public String room() {
        return "cadence";
    }

    @Override
    public int order() {
        return 460;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("contact_proposal", RELATIONSHIP)
                .gives("channel", "state", "last_on", "silent_days", "settled_at", "settled_by")
                .collected("proposed_at", null)
                .hides("public_id", "tier", "phase", "task_id"));
    }
}
