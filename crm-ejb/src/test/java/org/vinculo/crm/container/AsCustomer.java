package org.vinculo.crm.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;

/** Somebody with a portal account. */
@Stateless
@PermitAll
@RunAs("customer")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AsCustomer {

    public <T> Outcome<T> does(Callable<T> work) {
        return Outcome.of(work);
    }
}
