package org.vinculo.crm.activity.internal;

import static org.vinculo.crm.shared.PersonalPurpose.RELATIONSHIP;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalRows;
import org.vinculo.crm.shared.PersonalTable;

/** Promises, tasks and what staff were reminded of. */
@ApplicationScoped
public class ActivityPersonalData implements PersonalDataPart {

    @Override
    public String room() {
        return "activity";
    }

    @Override
    public int order() {
        return 450;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("appointment_change", RELATIONSHIP)
                        .where("appointment_id in (select f.id from appointment f where f." + PersonalRows.OF_CUSTOMER
                                + ")")
                        .hides("title", "place")
                        .notGiven(),
                PersonalTable.of("appointment_guest", RELATIONSHIP)
                        .where(PersonalRows.OF_CUSTOMER + " or lower(email) in (" + PersonalRows.ADDRESSES
                                + ") or appointment_id in (select f.id from appointment f where f."
                                + PersonalRows.OF_CUSTOMER + ")")
                        .gives("name", "email", "answer", "answered_at")
                        .hides("public_id", "language", "token_hash"),
                PersonalTable.of("appointment", RELATIONSHIP)
                        .gives("title", "place", "description", "first_at", "state")
                        .collected("created_at", "created_by")
                        .hides("public_id", "zone", "rule", "uid"),
                PersonalTable.of("promise", RELATIONSHIP)
                        .gives("what", "due_on", "state", "note", "settled_on", "settled_by", "reason")
                        .collected("created_at", "created_by")
                        .hides("public_id", "source", "source_id"),
                PersonalTable.of("task", RELATIONSHIP)
                        .gives("title", "note", "due_on", "state", "done_at", "done_by")
                        .collected("created_at", "created_by")
                        .hides("public_id", "repeats", "origin"));
    }

    @Override
    public Map<String, String> impersonal() {
        return Map.of("calendar_feed", "links by which staff read their own calendar");
    }
}
