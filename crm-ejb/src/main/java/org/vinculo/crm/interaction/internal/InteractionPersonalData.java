package org.vinculo.crm.interaction.internal;

import static org.vinculo.crm.shared.PersonalPurpose.RELATIONSHIP;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalTable;

/** Conversations. */
@ApplicationScoped
public class InteractionPersonalData implements PersonalDataPart {

    @Override
    public String room() {
        return "interaction";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("message_read", RELATIONSHIP).collected("read_until", null),
                PersonalTable.of("interaction", RELATIONSHIP)
                        .gives("channel", "direction", "purpose", "topic", "body", "outcome", "started_at", "ended_at")
                        .collected("created_at", "staff_name")
                        .hides("public_id", "external_id", "customer_zone", "visibility"));
    }
}
