package org.vinculo.crm.interaction;

import java.util.List;
import org.vinculo.crm.party.CustomerAction;

/**
 * What other rooms let people do from the page of a conversation: promise something, open a case. The page of an action gets
 * the public ids as {@code customer} and {@code interaction}. Called inside a boundary that has checked the customer.
 */
public interface InteractionActions {
    List<CustomerAction> actions(InteractionRef interaction);
}
