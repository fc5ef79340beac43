package org.vinculo.crm.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;

/** Somebody who may change customers. */
@Stateless
@PermitAll
@RunAs("customer.edit")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AsEditor {

    public <T> Outcome<T> does(Callable<T> work) {
        return Outcome.of(work);
    }
}
