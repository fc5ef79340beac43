package org.vinculo.crm.activity.internal;

import static org.vinculo.crm.shared.PersonalPurpose.RELATIONSHIP;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vinculo.crm.shared.PersonalDataPart;
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
                PersonalTable.of("notice", RELATIONSHIP)
                        .where("link like '%' || (select n.public_id from customer n where n.id = ?1) || '%'")
                        .hides("public_id", "icon", "title", "note", "link", "idempotency_key")
                        .notGiven(),
                PersonalTable.of("promise", RELATIONSHIP)
                        .gives("what", "due_on", "state", "note", "settled_on", "settled_by", "reason")
                        .collected("created_at", "created_by")
                        .hides("public_id", "source", "source_id"),
                PersonalTable.of("task", RELATIONSHIP)
                        .gives("title", "note", "due_on", "state", "done_at", "done_by")
                        .collected("created_at", "created_by")
                        .hides("public_id", "repeats", "origin"));
    }
}
