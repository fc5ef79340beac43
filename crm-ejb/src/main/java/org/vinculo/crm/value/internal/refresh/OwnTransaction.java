package org.vinculo.crm.value.internal.refresh;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** A transaction beside the one of the caller: committed when the work is done, whatever becomes of the caller's. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OwnTransaction {

    public void does(Runnable work) {
        work.run();
    }
}
