package org.vinculo.crm.party;

/**
 * Something that another room does with all customers of a list, on a page of its own: an export, a campaign. The list
 * page shows it beside the work on all customers and opens the page with the list's own address, and the room reads the
 * customers with {@link CustomerSelection}.
 */
public interface SelectionAction {

    int order();

    Phrase title();

    String icon();

    boolean permitted();

    /** Path of a back-office page; it gets the list as parameter {@code selection}, see {@link CustomerListJson}. */
    String outcome();
}
