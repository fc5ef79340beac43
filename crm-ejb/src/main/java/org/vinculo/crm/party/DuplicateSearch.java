package org.vinculo.crm.party;

import java.io.Serializable;

/**
 * Which pairs are wanted.
 *
 * @param state null for the open ones
 * @param minScore smallest score
 * @param kind both are of this kind; null for any
 */
public record DuplicateSearch(DuplicateState state, int minScore, CustomerKind kind) implements Serializable {

    /** From here on two records are proposed as one customer. */
    public static final int PROPOSED = 70;

    /** From here on it is almost certain. */
    public static final int CERTAIN = 90;

    public DuplicateSearch {
        state = state == null ? DuplicateState.OPEN : state;
    }
}
