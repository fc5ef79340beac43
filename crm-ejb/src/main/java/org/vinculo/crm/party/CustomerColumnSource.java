package org.vinculo.crm.party;

import java.util.List;

/** A room that adds columns to the list of customers which are not known before. */
public interface CustomerColumnSource {
    List<CustomerColumn> columns();
}
