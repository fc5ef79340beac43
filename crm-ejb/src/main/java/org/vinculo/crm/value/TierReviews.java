package org.vinculo.crm.value;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.vinculo.crm.value.internal.TierBook;

/** Reviews of decisions for rooms that received the wish for one, in the transaction of their boundary. */
@ApplicationScoped
public class TierReviews {

    @Inject
    TierBook book;

    /** The customer wants a person to look at the level. */
    public void askedByCustomer(long customerId, String question, String by) {
        book.ask(customerId, null, question, by, true);
    }
}
