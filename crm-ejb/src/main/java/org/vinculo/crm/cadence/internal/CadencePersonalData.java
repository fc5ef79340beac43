package org.vinculo.crm.cadence.internal;

import static org.vinculo.crm.shared.PersonalPurpose.PROFILE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalTable;

/** Contacts that were proposed. */
@ApplicationScoped
public class CadencePersonalData implements PersonalDataPart {

    @Override
    public String room() {
        return "cadence";
    }

    @Override
    public int order() {
        return 750;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("contact_proposal", PROFILE)
                .gives("tier", "phase", "last_on", "silent_days", "channel", "state")
                .collected("proposed_at", null)
                .hides("public_id", "settled_by", "task_id"));
    }
}
