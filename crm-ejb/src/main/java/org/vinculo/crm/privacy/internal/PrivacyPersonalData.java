package org.vinculo.crm.privacy.internal;

import static org.vinculo.crm.shared.PersonalPurpose.PROOF;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalGround;
import org.vinculo.crm.shared.PersonalTable;
import org.vinculo.crm.shared.PersonalTrace;
import org.vinculo.crm.shared.RetentionRule;

/** Requests stay as proof that they were answered; copies go with their files. */
@ApplicationScoped
public class PrivacyPersonalData implements PersonalDataPart {

    @Inject
    CopyFiles files;

    @Override
    public String room() {
        return "privacy";
    }

    @Override
    public int order() {
        return 800;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("privacy_copy", PROOF)
                        .gives("state", "ready_at", "expires_at", "downloads")
                        .collected("asked_at", "asked_by")
                        .hides("public_id", "stored_name"),
                PersonalTable.of("privacy_request", PROOF)
                        .gives("kind", "state", "words", "due_on", "answered_at", "answered_by", "answer")
                        .collected("received_at", "received_by")
                        .hides("public_id")
                        .anonymised(PersonalGround.PROOF)
                        .empties("words", "answer")
                        .puts("received_by", "case when by_customer then '-' else received_by end")
                        .puts("answered_by", "case when state = 'WITHDRAWN' then '-' else answered_by end"),
                PersonalTable.of("privacy_erasure", PROOF)
                        .hides("public_id", "state", "job_id", "started_by", "report")
                        .notGiven()
                        .kept(PersonalGround.PROOF));
    }

    @Override
    public Map<String, String> impersonal() {
        return Map.of("privacy_rule", "how long things are kept");
    }

    @Override
    public List<PersonalTrace> traces(long customerId) {
        return List.of(new PersonalTrace("copy_file", files.of(customerId).size()));
    }

    @Override
    public void eraseTraces(long customerId) {
        files.of(customerId).forEach(files::delete);
    }

    @Override
    public List<RetentionRule> retention() {
        return List.of(RetentionRule.rows("copies", "privacy_copy", "state = 'EXPIRED' and asked_at < ?1", 365, 30));
    }
}
