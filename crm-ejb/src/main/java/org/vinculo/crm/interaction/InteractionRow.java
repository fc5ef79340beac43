package org.vinculo.crm.interaction;

import java.io.Serializable;

/**
 * A conversation in a list.
 *
 * @param customer public id
 * @param files how many are attached
 */
public record InteractionRow(InteractionView view, String customer, String customerName, int files)
        implements Serializable {}
