package org.vinculo.crm.activity.internal;

import static org.vinculo.crm.shared.PersonalPurpose.RELATIONSHIP;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalRows;
import org.vinculo.crm.shared.PersonalTable;

/** Promises, tasks and appointments. */
@ApplicationScoped
public class ActivityPersonalData implements PersonalDataPart {

    private static final String WITH_CUSTOMER =
            "appointment_id in (select a.id from appointment a where a.customer_id = ?1)";

    @Override
    public String room() {
        return "activity";
    }

    @Override
    public int order() {
        return 350;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("promise", RELATIONSHIP)
                        .gives("what", "due_on", "state", "settled_on", "reason", "note")
                        .collected("created_at", "created_by")
                        .hides("public_id", "source", "source_id", "settled_by"),
                PersonalTable.of("task", RELATIONSHIP)
                        .gives("title", "note", "due_on", "state")
                        .collected("created_at", "created_by")
                        .hides("public_id", "repeats", "origin", "done_by"),
                PersonalTable.of("appointment_change", RELATIONSHIP)
                        .where(WITH_CUSTOMER)
                        .gives("title", "place", "start_local"),
                PersonalTable.of("appointment_guest", RELATIONSHIP)
                        .where("customer_id = ?1 or " + WITH_CUSTOMER + " or lower(email) in (" + PersonalRows.ADDRESSES
                                + ")")
                        .gives("name", "email", "answer")
                        .hides("public_id", "language", "token_hash"),
                PersonalTable.of("appointment", RELATIONSHIP)
                        .gives("title", "place", "description", "start_local")
                        .collected("created_at", "created_by")
                        .hides("public_id", "zone", "rule", "state", "uid"));
    }
}
