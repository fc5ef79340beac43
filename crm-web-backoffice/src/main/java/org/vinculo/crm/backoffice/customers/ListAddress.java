package org.vinculo.crm.backoffice.customers;

import java.time.LocalDate;
import java.time.ZoneId;
import org.vinculo.crm.party.CustomerList;

/** The address of a list of customers, for the pages that do something with everything in it. */
public final class ListAddress {

    private final ListParameters parameters;

    private ListAddress(ListParameters parameters) {
        this.parameters = parameters;
    }

    /** What makes no sense in it is left out; null is the list of all. */
    public static ListAddress of(String address) {
        return new ListAddress(ListParameters.ofAddress(address == null ? "" : address));
    }

    public CustomerList wanted(LocalDate today, ZoneId zone) {
        return parameters.wanted(today, zone);
    }

    /** Relative to the pages of customers. */
    public String address() {
        return parameters.address();
    }

    public boolean isNarrowed() {
        return ListParameters.NAMES.stream()
                .anyMatch(name -> !name.equals("sort") && !name.equals("page") && parameters.has(name));
    }
}
