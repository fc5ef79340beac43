package org.vinculo.crm.platform.internal;

import static org.vinculo.crm.shared.PersonalPurpose.SECURITY;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalTable;

/** Answers kept for scripts that repeat a call may hold customers; jobs only hold numbers. */
@ApplicationScoped
public class PlatformPersonalData implements PersonalDataPart {

    @Override
    public String room() {
        return "platform";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("idempotent_request", SECURITY)
                .where("body like '%' || (select c.public_id from customer c where c.id = ?1) || '%'"
                        + " or location like '%' || (select d.public_id from customer d where d.id = ?1) || '%'")
                .hides("owner_key", "request_key", "fingerprint", "location", "etag", "body")
                .notGiven());
    }

    @Override
    public Map<String, String> impersonal() {
        return Map.of("job", "a job names records by their numbers and the member of staff who asked for it");
    }
}
