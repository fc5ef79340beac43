package org.vinculo.crm.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;
import org.vinculo.crm.shared.Boundary;

/**
 * Makes one call of several: all of them happen or none, and a failure while the answer is put together undoes the deed
 * as well. Programs would otherwise be told of a failure after something was done.
 */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({
    Permission.Code.CUSTOMER_VIEW,
    Permission.Code.CUSTOMER_CREATE,
    Permission.Code.CUSTOMER_EDIT,
    Permission.Code.INTERACTION_LOG,
    Permission.Code.PURCHASE_EDIT,
    Permission.Code.CONSENT_EDIT
})
public class Together {

    /** Runs calls of other boundaries, each of which still asks what the caller may. */
    public <T> T does(Supplier<T> calls) {
        return calls.get();
    }
}
