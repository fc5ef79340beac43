package org.vinculo.crm.value.internal.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A transaction beside the one of the caller: committed when the work is done, whatever becomes of the caller's. */
@ApplicationScoped
public class OwnTransaction {

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void does(Runnable work) {
        work.run();
    }
}
