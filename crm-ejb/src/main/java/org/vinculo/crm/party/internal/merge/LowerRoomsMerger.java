package org.vinculo.crm.party.internal.merge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;

/**
 * Rows of the rooms below, which know customers only by their number: portal accounts, their links and sessions, the
 * trail, and mails. An account that acts for both acts for the survivor once.
 */
@ApplicationScoped
public class LowerRoomsMerger implements CustomerMerger {

    private static final String MEMBERSHIP = "portal_membership";

    @Override
    public Set<String> tables() {
        return Set.of(MEMBERSHIP, "account_token", "login_session", "audit_entry", "outbox_message");
    }

    @Override
    public void merge(MergeRun run) {
        run.moveUnlike(MEMBERSHIP, "account_id");
        run.move("account_token");
        run.move("login_session");
        run.move("audit_entry");
        run.move("outbox_message");
    }
}
