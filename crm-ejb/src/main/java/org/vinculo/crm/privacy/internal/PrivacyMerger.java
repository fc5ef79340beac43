package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;

/** Requests about personal data, copies and erasures are about the survivor. */
@ApplicationScoped
public class PrivacyMerger implements CustomerMerger {

    @Override
    public Set<String> tables() {
        return Set.of("privacy_request", "privacy_copy", "privacy_erasure");
    }

    @Override
    public void merge(MergeRun run) {
        run.move("privacy_request");
        run.move("privacy_copy");
        run.move("privacy_erasure");
    }
}
