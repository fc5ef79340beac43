package org.vinculo.crm.consent.internal;

import static org.vinculo.crm.shared.PersonalPurpose.CONSENT;
import static org.vinculo.crm.shared.PersonalPurpose.PROOF;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalGround;
import org.vinculo.crm.shared.PersonalTable;

/** What the customer allowed, and the proof of it. */
@ApplicationScoped
public class ConsentPersonalData implements PersonalDataPart {

    @Override
    public String room() {
        return "consent";
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("consent", CONSENT)
                        .gives("channel", "state", "ends_at")
                        .collected("since", null),
                PersonalTable.of("contact_preference", CONSENT)
                        .gives("first_channel", "second_channel", "days", "frequency", "paused_until", "stopped_at")
                        .collected("changed_at", null)
                        .hides("zone"),
                PersonalTable.of("consent_evidence", PROOF)
                        .gives("topic", "channel", "before_value", "after_value", "note", "address", "ip", "user_agent")
                        .collected("made_at", "actor_name")
                        .origin("source")
                        .hides("public_id", "actor_kind", "wording_language")
                        .anonymised(PersonalGround.PROOF)
                        .empties("note", "address", "ip", "user_agent", "actor_name"));
    }

    @Override
    public Map<String, String> impersonal() {
        return Map.of(
                "consent_purpose", "what customers are asked about",
                "consent_wording", "the words in which they are asked");
    }
}
