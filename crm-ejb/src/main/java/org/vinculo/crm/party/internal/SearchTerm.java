package org.vinculo.crm.party.internal;

import java.util.List;

/**
 * One word of a search.
 *
 * @param word as it was typed: the beginning of a word of the customer
 * @param spellings the words that it may have been meant to be; empty while it is taken as it is
 * @param matches how often it is there, as far as that was counted
 */
record SearchTerm(String word, List<String> spellings, long matches) {

    boolean isNowhere() {
        return matches == 0;
    }
}
