package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;

/** Requests and copies are the survivor's; who was forgotten is not merged any more. */
@ApplicationScoped
public class PrivacyMerger implements CustomerMerger {

    private static final String REQUEST = "privacy_request";
    private static final String COPY = "privacy_copy";

    @Override
    public Set<String> tables() {
        return Set.of(REQUEST, COPY, "privacy_erasure");
    }

    @Override
    public void merge(MergeRun run) {
        run.move(REQUEST);
        run.move(COPY);
    }
}
