package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;

/** Whether the caller sees the figures of everybody in the list of customers. */
@ApplicationScoped
public class WholeReach {

    @Inject
    CurrentCaller caller;

    boolean isWhole() {
        return caller.has(Permission.VALUE_VIEW)
                && caller.has(Permission.CUSTOMER_VIEW)
                && caller.scope(Permission.VALUE_VIEW).compareTo(caller.scope(Permission.CUSTOMER_VIEW)) >= 0;
    }
}
