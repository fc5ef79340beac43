package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Answers "can I contact this customer now?"; the room that decides it implements it. */
public interface ContactLights {

    /** The purposes of contact to choose from, the one asked most first. */
    List<Purpose> purposes();

    /** One light per channel that exists for this customer, the customer's first choice first. */
    List<Light> lights(long customerId, String purpose);

    /** The same for all customers of a page together; who is not known is left out. */
    Map<Long, List<Light>> lights(Collection<Long> customerIds, String purpose);

    /** A purpose of contact. */
    record Purpose(String code, Phrase label) implements Serializable {}

    /**
     * @param choice 1 or 2 when the customer named this channel as first or second choice, else null
     * @param reason why, in a few words
     */
    record Light(Channel channel, State state, Integer choice, Phrase reason) implements Serializable {}

    /** May, may later, may not. */
    enum State {
        YES,
        WAIT,
        NO
    }
}
