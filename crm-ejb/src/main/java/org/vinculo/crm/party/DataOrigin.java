package org.vinculo.crm.party;

import org.vinculo.crm.identity.Caller;

/** Where a piece of information about a customer came from. */
public enum DataOrigin {
    STAFF,
    CUSTOMER,
    IMPORT,
    API,
    SYSTEM;

    public static DataOrigin of(Caller caller) {
        return switch (caller.kind()) {
            case STAFF -> STAFF;
            case CUSTOMER -> CUSTOMER;
            case TOKEN -> API;
            case SYSTEM, ANONYMOUS -> SYSTEM;
        };
    }
}
