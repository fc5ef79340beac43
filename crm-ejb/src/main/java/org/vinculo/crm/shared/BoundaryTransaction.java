package org.vinculo.crm.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.Callable;

/** Runs work in the present transaction, or in one of its own when there is none. */
@ApplicationScoped
public class BoundaryTransaction {

    @Transactional
    public Object required(Callable<?> work) throws Exception {
        return work.call();
    }
}
