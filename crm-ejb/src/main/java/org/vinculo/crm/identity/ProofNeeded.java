package org.vinculo.crm.identity;

import org.vinculo.crm.shared.BusinessException;

/** The person signed in too long ago for this: the password is asked for again first. */
public class ProofNeeded extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ProofNeeded() {
        super("proof needed");
    }
}
