package org.vinculo.crm.party;

import java.io.Serializable;

/**
 * Something to do from the 360 page: a link to the page that does it.
 *
 * @param id fixed name
 * @param label verb first
 * @param icon name of an icon of the sprite
 * @param outcome path of a back-office page, which gets the customer's public id as {@code customer}
 */
public record CustomerAction(String id, Phrase label, String icon, String outcome) implements Serializable {}
