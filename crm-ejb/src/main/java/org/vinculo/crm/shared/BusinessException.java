package org.vinculo.crm.shared;

import jakarta.ejb.ApplicationException;

/** A business fact that stops what was asked for; the transaction is rolled back. Carries no text for people. */
@ApplicationException(rollback = true, inherited = true)
public abstract class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected BusinessException(String fact) {
        super(fact);
    }

    protected BusinessException(String fact, Throwable cause) {
        super(fact, cause);
    }
}
