package org.vinculo.crm.backoffice.home;

import java.util.Optional;

/** A bean of an area that has something for the home page. */
public interface HomePart {

    /** Place on the page, smallest first. */
    int order();

    /** The card for the present viewer; empty when they may not see it or it has nothing to say. */
    Optional<HomeCard> card();
}
