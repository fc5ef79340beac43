package org.vinculo.crm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.vinculo.crm.identity.internal.SessionLedger;

/** Whether the person has just given the password, for rooms that hand out or destroy much at once. */
@ApplicationScoped
public class Proof {

    @Inject
    SessionLedger sessions;

    @Inject
    CurrentCaller caller;

    /** @throws ProofNeeded when the caller gave the password too long ago */
    public void require(String sessionId) {
        sessions.requireProof(caller.get().accountId(), sessionId);
    }

    public boolean isFresh(String sessionId) {
        return sessions.isProofFresh(caller.get().accountId(), sessionId);
    }
}
